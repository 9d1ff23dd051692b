import type { FileReport, Observation, Period, ReferenceData } from "./model";

/** The report of the file that a figure was read from. */
export const fileOfFigure = ({ files }: Pick<ReferenceData, "files">, { source }: Pick<Observation, "source">): FileReport | undefined =>
  files.find(({ file }) => file === source.file);

/** The day on which a figure came out; where nobody says, the day on which it was drawn; else null. A rating's period is that day. */
export function datedOn(data: Pick<ReferenceData, "files">, figure: Pick<Observation, "source" | "period">): Period | null {
  if (figure.source.publication.startsWith("cqc-")) return figure.period;
  const report = fileOfFigure(data, figure);
  return report?.publishedOn ?? report?.extractedOn ?? null;
}
