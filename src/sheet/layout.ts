import type { ScorecardModel } from "../scorecard/model";
import { layOutData } from "./dataSheet";
import { layOutMethods } from "./methodsSheet";
import type { WorkbookPlan } from "./plan";
import { layOutScorecard } from "./scorecardSheet";
import { styleOf } from "./styles";

/** What the sheets are called when nothing of that name is in the way. */
export const sheetNames = { scorecard: "Scorecard", data: "Data", methods: "Methods" } as const;

/** Lays a scorecard out as a workbook: what a person reads, what it was looked up in, and how it was worked out. */
export function layOutWorkbook(model: ScorecardModel, names: Readonly<Record<keyof typeof sheetNames, string>> = sheetNames): WorkbookPlan {
  const { sheet: methods, names: named } = layOutMethods(model, names.methods);
  const sheets = [layOutScorecard(model, names.scorecard), layOutData(model, names.data), methods];
  const keys = new Set(sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.map((cell) => cell.style))));
  return {
    sheets,
    styles: Object.fromEntries([...keys].map((key) => [key, styleOf(key)])),
    names: named,
    active: names.scorecard,
    title: `General practice scorecard: ${model.area.name}`,
  };
}
