import { fileOfFigure } from "./datedOn";
import { liveSources } from "./live/sources";
import { LOCAL_DATA } from "./localData";
import type { Observation, Period, ReferenceData } from "./model";
import { periodLabel } from "./period";
import { PUBLICATIONS } from "./sources";

/** Who published something, where it is found, and on which terms it may be used again. */
export interface Provenance {
  readonly title: string;
  readonly publisher: string;
  /** Page from which it is downloaded; empty where there is none. */
  readonly address: string;
  readonly licence: string;
  /** The line that the licence asks for beside the figures. */
  readonly attribution: string;
}

const OGL = "Open Government Licence v3.0";
const ILLUSTRATIVE = "illustrative";
const OPEN_PRESCRIBING = {
  ...liveSources.openprescribing,
  id: liveSources.openprescribing.title,
  publisher: "NHS Business Services Authority, through the Bennett Institute, University of Oxford",
};

/**
 * Where the figures of a publication are from.
 *
 * @example provenanceOf("qof-prevalence", "2022-23").attribution // "Contains public sector information licensed under the Open Government Licence v3.0. Source: NHS England, QOF prevalence, 2022-23."
 */
export function provenanceOf(publication: string | null, period: Period | null): Provenance {
  const known = [...PUBLICATIONS, OPEN_PRESCRIBING].find(({ id }) => id === publication);
  if (known) {
    const { title, publisher, address } = known;
    const when = period === null ? "" : `, ${periodLabel(period)}`;
    const source = `Source: ${publisher}, ${title}${when}.`;
    return {
      title,
      publisher,
      address,
      licence: OGL,
      attribution: `Contains public sector information licensed under the ${OGL}. ${source}`,
    };
  }
  const isMadeUp = publication === ILLUSTRATIVE;
  return {
    title: isMadeUp ? "Illustrative data" : (publication ?? "Not recognised"),
    publisher: isMadeUp ? "Made up for trying things out" : publication === LOCAL_DATA ? "The area's own officers" : "",
    address: "",
    licence: isMadeUp ? "None needed" : "None: not published",
    attribution: isMadeUp
      ? "Made-up figures: no practice is like this."
      : "Local figures, not published. Share them as your organisation's rules allow.",
  };
}

/**
 * Everything about where a figure came from, for a note on its cell: a line each for its counts, the publication, the file with line and hash,
 * and the licence.
 */
export function provenanceNote(data: Pick<ReferenceData, "files">, figure: Observation): string {
  const { numerator, denominator, value, missing, period, source } = figure;
  const report = fileOfFigure(data, figure);
  const { title, publisher, attribution } = provenanceOf(source.publication, period);
  const count = (n: number) => n.toLocaleString("en-GB", { maximumFractionDigits: 2 });
  const counts =
    numerator !== undefined && denominator !== undefined
      ? `${count(numerator)} of ${count(denominator)}`
      : typeof value === "number"
        ? count(value)
        : (value ?? `No figure: ${missing ?? "not published"}`);
  const days = [
    ...(report?.publishedOn === undefined ? [] : [`published ${periodLabel(report.publishedOn)}`]),
    ...(report?.extractedOn === undefined ? [] : [`extracted ${periodLabel(report.extractedOn)}`]),
  ];
  return [
    `${counts}, ${periodLabel(period)}`,
    [title, publisher, ...days].filter((part) => part !== "").join(", "),
    `${source.file}, line ${source.line}`,
    ...(report?.sha256 === undefined ? [] : [`SHA-256 ${report.sha256}`]),
    attribution,
  ].join("\n");
}
