import { addSheet } from "../excel/addSheet";
import type { SheetValues } from "../excel/ownSheets";
import { ProblemError } from "../problem";
import type { ReferenceData } from "../reference/model";
import type { ScorecardModel } from "../scorecard/model";
import { layOutWorkbook, practiceSheet } from "../sheet/layout";
import { createScorecard, modelFor, type CreateRequest, type Receipt } from "./createScorecard";

/** The page of a practice, and what it took. */
export interface ProfileReceipt {
  readonly page: { readonly id: string; readonly name: string };
  /** "there": only brought to the front; "added": beside the scorecard as it is; "built": the scorecard was built, anew if there was one. */
  readonly how: "there" | "added" | "built";
  readonly chartsNotDrawn: readonly string[];
  /** Of the building, where there was one. */
  readonly receipt: Receipt | null;
}

/**
 * Brings the page of one practice to the front, and makes it if it is not there. It joins the scorecard that is in the workbook, which
 * stays as it is; where there is none, or one from other data, the scorecard is built with the page.
 *
 * @throws ProblemError of kind "notFound" for a practice without figures in these data; of kind "host" when Excel refuses
 */
export async function createProfile(data: ReferenceData, code: string, request: CreateRequest): Promise<ProfileReceipt> {
  const model = modelFor(data, request);
  const codes = model.practices.map(({ practice }) => practice.code);
  if (!codes.includes(code)) throw new ProblemError({ kind: "notFound", what: "practice", key: code, near: [] });
  const added = await addSheet(practiceSheet(code), (sheet, scorecard) => {
    const plan = layOutWorkbook(model, [{ key: "scorecard", name: "Scorecard" }, sheet]);
    return isOf(
      model,
      plan.sheets[0]!.rows.map((row) => row.map(({ value }) => value)),
      scorecard,
    )
      ? plan
      : null;
  });
  if (added !== null) {
    const { wasThere, chartsNotDrawn, ...page } = added;
    return { page, how: wasThere ? "there" : "added", chartsNotDrawn, receipt: null };
  }
  const receipt = await createScorecard(data, { ...request, sheets: { ...request.sheets, practicePages: [code] } });
  const page = receipt.sheets.find(({ key }) => key === practiceSheet(code).key)!;
  return { page: { id: page.id, name: page.name }, how: "built", chartsNotDrawn: receipt.chartsNotDrawn, receipt };
}

/** Whether the scorecard in the workbook is of these data: the same area, sources and periods, indicators and practices. */
function isOf(model: ScorecardModel, laid: SheetValues, found: SheetValues): boolean {
  const first = (values: SheetValues, row: number) => String(values[row]?.[0] ?? "");
  const codeRow = (values: SheetValues) => values.find((row) => row.includes("code") && row.includes("notes")) ?? [];
  const column = codeRow(found).indexOf("code");
  const shown = new Set(found.map((row) => row[column]));
  return (
    [0, 1].every((row) => first(laid, row) === first(found, row)) &&
    codeRow(laid).every((word) => codeRow(found).includes(word)) &&
    model.practices.every(({ practice }) => shown.has(practice.code))
  );
}
