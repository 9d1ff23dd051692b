import type { SheetValues } from "../excel/ownSheets";
import { practiceOf, practiceSheet } from "../sheet/layout";
import { findNotes, type OfficerNotes } from "../sheet/officerNotes";
import { findComment, type PracticeComments } from "../sheet/practiceComment";

/**
 * What people wrote on an earlier scorecard: beside its practices, and in the comment boxes of their pages. The comment of a page that is
 * not made again joins the notes of its practice, so that it is not lost.
 *
 * @param sheets values of the old sheets by key
 * @param made keys of the sheets that are made now
 */
export function writtenOn(
  sheets: ReadonlyMap<string, SheetValues>,
  made: ReadonlySet<string>,
): { readonly notes: OfficerNotes; readonly comments: PracticeComments } {
  const notes = new Map(findNotes(sheets.get("scorecard") ?? []));
  const comments = new Map<string, string>();
  for (const [key, values] of sheets) {
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
