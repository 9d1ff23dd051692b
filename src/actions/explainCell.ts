import { addNote, selectedCell, type Noted } from "../excel/cellNote";
import type { Period, ReferenceData } from "../reference/model";
import { buildScorecard } from "../scorecard/build";
import type { ScorecardSpec } from "../scorecard/spec";
import { explanation, figureShown } from "../sheet/explained";

export interface Explained {
  readonly cell: string;
  readonly text: string;
  readonly note: Noted;
}

/**
 * Where the number in the selected cell comes from: told, and put as a note on the cell.
 *
 * @returns null where the cell shows no figure of a practice that is loaded
 * @throws ProblemError of kind "host" when Excel cannot say what is selected
 */
export async function explainCell(
  data: ReferenceData,
  { spec, period }: { readonly spec: ScorecardSpec; readonly period?: Period },
): Promise<Explained | null> {
  const { sheetId, address, ...around } = await selectedCell();
  // The day of building is shown on the sheets only.
  const model = buildScorecard(data, { spec, builtOn: "2000-01-01", ...(period === undefined ? {} : { period }) });
  const figure = figureShown(model, around);
  if (figure === null) return null;
  const text = explanation(data, figure);
  return { cell: address, text, note: await addNote(sheetId, address, text) };
}
