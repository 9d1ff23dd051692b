import type { ScorecardModel } from "../scorecard/model";
import { layOutData } from "./dataSheet";
import { layOutMethods } from "./methodsSheet";
import type { SheetPlan, WorkbookPlan } from "./plan";
import { layOutScorecard } from "./scorecardSheet";
import { styleOf } from "./styles";

/** A sheet that is wanted: what it is for, and what it is called when nothing of that name is in the way. */
export interface WantedSheet {
  readonly key: string;
  readonly name: string;
}

/** The sheets every scorecard has, in the order in which they stand in the workbook. */
export const coreSheets: readonly WantedSheet[] = [
  { key: "scorecard", name: "Scorecard" },
  { key: "data", name: "Data" },
  { key: "methods", name: "Methods" },
];

/** Lays a scorecard out as a workbook: what a person reads, what it was looked up in, and how it was worked out. */
export function layOutWorkbook(model: ScorecardModel, wanted: readonly WantedSheet[] = coreSheets): WorkbookPlan {
  const { sheet: methods, names } = layOutMethods(model, nameOf(wanted, "methods"));
  const lay: Readonly<Record<string, (name: string) => SheetPlan>> = {
    scorecard: (name) => layOutScorecard(model, name),
    data: (name) => layOutData(model, name),
    methods: () => methods,
  };
  const sheets = wanted.flatMap(({ key, name }) => lay[key]?.(name) ?? []);
  const keys = new Set(sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.map((cell) => cell.style))));
  return {
    sheets,
    styles: Object.fromEntries([...keys].map((key) => [key, styleOf(key)])),
    names,
    active: nameOf(wanted, "scorecard"),
    title: `General practice scorecard: ${model.area.name}`,
  };
}

const nameOf = (wanted: readonly WantedSheet[], key: string): string => wanted.find((sheet) => sheet.key === key)?.name ?? key;
