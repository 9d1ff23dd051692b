import { funnelFor } from "../scorecard/funnel";
import type { ScorecardModel } from "../scorecard/model";
import { underDoctoring } from "../scorecard/underDoctoring";
import { notDrawn } from "./charts";
import { layOutData } from "./dataSheet";
import { layOutFunnel } from "./funnelSheet";
import { layOutMethods } from "./methodsSheet";
import { names as shared } from "./names";
import { noNotes, type OfficerNotes } from "./officerNotes";
import { noComments, type PracticeComments } from "./practiceComment";
import type { SheetPlan, WorkbookPlan } from "./plan";
import { layOutPractice } from "./practiceSheet";
import { layOutScorecard } from "./scorecardSheet";
import { styleOf } from "./styles";
import { layOutUnderDoctoring } from "./underDoctoringSheet";

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

/** The funnel of one indicator, such as HYP008. */
export const funnelSheet = (indicator: string): WantedSheet => ({
  key: `funnel:${indicator}`,
  // Excel allows 31 characters; ids of measures are longer than codes.
  name: `Funnel ${indicator.replace(/^(appointments|gpps|local)_/, "").replaceAll("_", " ")}`.slice(0, 31).trim(),
});

/** The page of one practice. */
export const practiceSheet = (code: string): WantedSheet => ({ key: `practice:${code}`, name: `Practice ${code}` });

export const underDoctoringSheet: WantedSheet = { key: "under-doctoring", name: "Under-doctoring" };

/** The practice whose page a key stands for; null for other sheets. */
export const practiceOf = (key: string): string | null => after("practice:", key);

/** The indicator whose funnel a key stands for; null for other sheets. */
export const indicatorOf = (key: string): string | null => after("funnel:", key);

const after = (start: string, key: string): string | null => (key.startsWith(start) ? key.slice(start.length) : null);

/** Whether sheets of this key are laid out here, and so are replaced when a scorecard is built anew. */
export const isLaidOut = (key: string): boolean =>
  key === underDoctoringSheet.key || practiceOf(key) !== null || indicatorOf(key) !== null || coreSheets.some((core) => core.key === key);

/** The core sheets with others between the scorecard and its data. */
export const withSheets = (extra: readonly WantedSheet[]): readonly WantedSheet[] =>
  coreSheets.flatMap((sheet) => (sheet.key === "data" ? [...extra, sheet] : [sheet]));

/** Lays a scorecard out as a workbook: what a person reads, what it was looked up in, and how it was worked out. */
export function layOutWorkbook(
  model: ScorecardModel,
  wanted: readonly WantedSheet[] = coreSheets,
  notes: OfficerNotes = noNotes,
  comments: PracticeComments = noComments,
): WorkbookPlan {
  const { sheet: methods, names } = layOutMethods(model, nameOf(wanted, "methods"));
  const lay: Readonly<Record<string, (name: string) => SheetPlan>> = {
    scorecard: (name) => layOutScorecard(model, name, notes),
    data: (name) => layOutData(model, name),
    methods: () => methods,
  };
  const laid = wanted.flatMap(({ key, name }) => lay[key]?.(name) ?? layOutExtraSheet(model, key, name, comments) ?? []);
  const sheets = model.formulasLeftOut === null ? laid : laid.map(withoutFormulas);
  const keys = new Set(sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.map((cell) => cell.style))));
  const grid = sheets.flatMap(({ key, name: sheet, autoFilter }) =>
    key === "scorecard" && autoFilter !== undefined ? [{ name: shared.grid, sheet, ref: autoFilter }] : [],
  );
  return {
    sheets,
    styles: Object.fromEntries([...keys].map((key) => [key, styleOf(key)])),
    names: [...names, ...grid],
    active: nameOf(wanted, "scorecard"),
    title: `General practice scorecard: ${model.area.name}`,
  };
}

/** What the formulas would show, in their place; an empty cell where nothing is to be seen or drawn, because text would be drawn as 0. */
const withoutFormulas = (sheet: SheetPlan): SheetPlan => ({
  ...sheet,
  rows: sheet.rows.map((row) =>
    row.map(({ formula, ...cell }) =>
      formula !== undefined && (cell.value === "" || cell.value === notDrawn) ? { ...cell, value: null } : cell,
    ),
  ),
});

const nameOf = (wanted: readonly WantedSheet[], key: string): string => wanted.find((sheet) => sheet.key === key)?.name ?? key;

/** A practice's page or a sheet around a chart; null where the figures for it are not there. */
function layOutExtraSheet(model: ScorecardModel, key: string, name: string, comments: PracticeComments): SheetPlan | null {
  const practice = practiceOf(key);
  if (practice !== null) return layOutPractice(model, practice, name, comments.get(practice));
  if (key === underDoctoringSheet.key) {
    const found = underDoctoring(model);
    return found === null ? null : layOutUnderDoctoring(model, found, name);
  }
  const indicator = indicatorOf(key);
  const funnel = indicator === null ? null : funnelFor(model, indicator);
  return funnel === null ? null : layOutFunnel(model, funnel, name);
}
