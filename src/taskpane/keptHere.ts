/**
 * The few things kept on this computer and not in the workbook: that the words for somebody new were closed, and the day of the newest
 * pack seen. Office gives each add-in a part of its own. Where the browser keeps nothing for us, that is no harm.
 */
type Kept = "welcomed" | "newestPack";

const key = (what: Kept): string => `${Office.context?.partitionKey ?? ""}gpScorecard.${what}`;

export function keptHere(what: Kept): string | null {
  try {
    return localStorage.getItem(key(what));
  } catch {
    return null;
  }
}

export function keepHere(what: Kept, text: string): void {
  try {
    localStorage.setItem(key(what), text);
  } catch {
    // Then it is not known next time.
  }
}
