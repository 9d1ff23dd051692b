/** CQC's ratings, best first, spelt as they are shown. "Excellent" is what some local papers call the first. */
const RATINGS: ReadonlyMap<string, string> = new Map([
  ["outstanding", "Outstanding"],
  ["excellent", "Outstanding"],
  ["good", "Good"],
  ["requires improvement", "Requires improvement"],
  ["inadequate", "Inadequate"],
]);

const NO_RATING = new Set([
  "",
  "not rated",
  "not applicable",
  "insufficient evidence to rate",
  "no published rating",
  "inspected but not rated",
  "-",
]);

export const RATINGS_EXPECTED = "Outstanding, Good, Requires improvement, Inadequate or Not Rated";

/** A rating as it is shown; null where there is none yet; undefined where the word is no rating. Capitals do not count: sources differ. */
export function ratingOf(text: string): string | null | undefined {
  const tidy = text.trim().replace(/\s+/g, " ").toLowerCase();
  return NO_RATING.has(tidy) ? null : RATINGS.get(tidy);
}
