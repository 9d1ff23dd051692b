import type { Earlier, Planned } from "../excel/writeWorkbook";
import { withAddedColumns, type Unplaced } from "../sheet/addedColumns";
import { carriedOver } from "../sheet/carried";
import { imprintOf, type Imprint } from "../sheet/imprint";
import { keptBefore, strayTexts, withKeptTexts } from "../sheet/keptTexts";
import { practiceOf, practiceSheet } from "../sheet/layout";
import { followed, lookedAtIn } from "../sheet/lookedAt";
import { findNotes, type OfficerNotes } from "../sheet/officerNotes";
import type { WorkbookPlan } from "../sheet/plan";
import { findComment, isInComment, type PracticeComments } from "../sheet/practiceComment";
import { moveOfSheet, nowhere } from "../sheet/relaid";
import { isTakenAlong } from "../sheet/standingCard";

/** Sheets that people read and write on; the others are looked up in. */
export const isWrittenOn = (key: string): boolean => key === "scorecard" || practiceOf(key) !== null;

/**
 * What people wrote on an earlier scorecard: beside its practices, and in the comment boxes of their pages. The comment of a page that is
 * not made again joins the notes of its practice, so that it is not lost.
 *
 * @param made keys of the sheets that are made now
 */
export function writtenOn(
  { sheets, imprint }: Pick<Earlier, "sheets" | "imprint">,
  made: ReadonlySet<string>,
): { readonly notes: OfficerNotes; readonly comments: PracticeComments } {
  const notes = new Map(findNotes(sheets.get("scorecard")?.values ?? [], imprint?.columns ?? null));
  const comments = new Map<string, string>();
  for (const [key, { values }] of sheets) {
    const code = practiceOf(key);
    const comment = code === null ? "" : findComment(values);
    if (code === null || comment === "") continue;
    if (made.has(practiceSheet(code).key)) comments.set(code, comment);
    else {
      const before = notes.get(code) ?? { notes: "", action: "" };
      notes.set(code, { ...before, notes: [before.notes, `The practice’s comment: ${comment}`].filter(Boolean).join("\n") });
    }
  }
  return { notes, comments };
}

/**
 * Gives a scorecard that is built anew what people had added to the one before: columns with their formulas and looks, colours, and below
 * all else the text for which there is no place any more.
 */
export function withWhatWasAdded(plan: WorkbookPlan, earlier: Earlier): Planned & { readonly unplaced: number } {
  const imprint = imprintOf(plan, isWrittenOn);
  const ownSheets = new Set([...earlier.sheets.values(), ...plan.sheets].map(({ name }) => name.toLowerCase()));
  const placed = earlier.card === null ? { plan, unplaced: [] } : withAddedColumns(plan, earlier.card, ownSheets);
  const carried = withCarried(placed.plan, imprint, earlier);
  const unplaced = [...strays(earlier), ...placed.unplaced, ...carried.unplaced, ...lostLooks(placed.plan, imprint, earlier)];
  const kept = [...(earlier.card === null ? [] : keptBefore(earlier.card.values)), ...unplaced];
  return { plan: withKeptTexts(carried.plan, kept), imprint, unplaced: unplaced.length };
}

/** Gives each sheet the notes, comments and rules that people had put on it. */
function withCarried(plan: WorkbookPlan, { columns }: Imprint, { carried, looking: { standing } }: Earlier) {
  const unplaced: Unplaced[] = [];
  const sheets = new Map(plan.sheets.map((sheet) => [sheet.key, sheet]));
  for (const { key, name, values, card } of standing.sheets) {
    const found = values === null ? undefined : carried.get(key);
    const sheet = sheets.get(key);
    if (found === undefined) continue;
    const over = carriedOver(found, sheet ? moveOfSheet(sheet, values, card, columns) : nowhere, name);
    unplaced.push(...over.unplaced);
    if (sheet) sheets.set(key, { ...sheet, carried: over.carried });
  }
  return { plan: { ...plan, sheets: [...sheets.values()] }, unplaced };
}

/** Formulas elsewhere that look at what is not there any more: they become the values they had. */
function lostLooks(plan: WorkbookPlan, imprint: Imprint, { looking: { lookers, standing } }: Earlier): Unplaced[] {
  const lookedAt = lookedAtIn(plan, imprint, standing, { sheet: ({ name }) => name, table: (name) => name });
  return followed(lookers, lookedAt).flatMap(([{ from, formula }, now]) =>
    now === null ? [{ from: `${from}, formula`, text: formula }] : [],
  );
}

function strays({ sheets, imprint, card }: Earlier): Unplaced[] {
  if (imprint === null) return [];
  return [...sheets].flatMap(([key, sheet]) => {
    const isTaken = key !== "scorecard" ? isInComment(sheet.values) : card === null ? null : isTakenAlong(card.card, sheet.values);
    return isTaken === null ? [] : strayTexts(sheet, imprint, isTaken);
  });
}
