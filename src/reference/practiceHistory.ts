import type { Observation, Period, Practice, ReferenceData } from "./model";
import { comparePeriods, periodLabel } from "./period";

/** A practice of the area that has figures for some of the years loaded only. */
export interface PracticeChange {
  readonly practice: Practice;
  /** First and last period it has figures for; both null where it has none at all. */
  readonly first: Period | null;
  readonly last: Period | null;
  readonly kind: "gone" | "new" | "noFigures";
}

/** The series that all practices of the area are in every year, the longest first: what a practice's coming and going is read from. */
const SERIES = ["qof-prevalence", "qof-achievement", "list-size", "gp-workforce"];

/**
 * Practices that closed, opened, merged or joined while the years that are loaded went by: those without figures in the last period of the
 * series, or in its first, or in all of it. None of them is dropped: their figures stand under their own code.
 */
export function changesOf({ practices, observations }: Pick<ReferenceData, "practices" | "observations">): readonly PracticeChange[] {
  const series = SERIES.find((id) => observations.some(({ source }) => source.publication === id));
  if (series === undefined) return [];
  const figures = observations.filter(({ source }) => source.publication === series);
  const periods = sorted(figures);
  const byPractice = new Map<string, Observation[]>();
  for (const figure of figures) byPractice.set(figure.practiceCode, [...(byPractice.get(figure.practiceCode) ?? []), figure]);
  return [...practices.values()].flatMap((practice): PracticeChange[] => {
    const own = sorted(byPractice.get(practice.code) ?? []);
    const [first = null, last = null] = [own[0], own.at(-1)];
    if (last === null) return [{ practice, first, last, kind: "noFigures" }];
    if (last !== periods.at(-1)) return [{ practice, first, last, kind: "gone" }];
    return first !== periods[0] ? [{ practice, first, last, kind: "new" }] : [];
  });
}

const sorted = (figures: readonly Observation[]): readonly Period[] =>
  [...new Set(figures.map(({ period }) => period))].sort(comparePeriods);

/**
 * What became of a practice, in a sentence without blame.
 *
 * @example "F81197 Sancta Maria Medical Centre: figures up to 2018-19. Closed on 31 March 2020; followed by F81153 Pear Tree Surgery."
 */
export function changeInWords(change: PracticeChange): string {
  const { code, name } = change.practice;
  const what = whatBecameOf(change);
  return `${name === code || name === "" ? code : `${code} ${name}`}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
}

/** The same without saying whom: "Figures up to 2018-19. Closed on 31 March 2020; followed by F81153 Pear Tree Surgery." */
export function whatBecameOf({ practice, first, last, kind }: PracticeChange): string {
  const { closedOn, successorCode, successorName } = practice;
  const figures =
    kind === "noFigures"
      ? "No figures in what is loaded"
      : kind === "new"
        ? `Figures from ${periodLabel(first ?? "")} on`
        : `Figures up to ${periodLabel(last ?? "")}`;
  const successor = [successorCode, successorName].filter((part) => part !== undefined && part !== "").join(" ");
  const fate = [
    ...(closedOn === undefined ? [] : [`closed on ${periodLabel(closedOn)}`]),
    ...(successor === "" ? [] : [`followed by ${successor}`]),
  ].join("; ");
  return `${figures}.${fate === "" ? "" : ` ${fate.charAt(0).toUpperCase()}${fate.slice(1)}.`}`;
}
