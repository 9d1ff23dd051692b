import { baseOf, indicatorLibrary } from "../indicators/library";
import type { FileReport } from "../reference/model";
import { PUBLICATIONS } from "../reference/sources";
import type { ScorecardSpec } from "../scorecard/spec";
import { where } from "./words/publications";

/** Something that a scorecard shows, and the publications it can come from, the usual one first. */
export interface Part {
  readonly gives: string;
  /** How to find the file on the publication's page. */
  readonly steps: string;
  readonly title: string;
  readonly publisher: string;
  /** Page from which it is downloaded. */
  readonly address: string;
  readonly publications: readonly string[];
  /** Without it nothing can be built. */
  readonly needed: boolean;
}

/** Publications that stand for one another, the usual one first. */
const parts = [
  ["qof-geography", "qof-organisation-reference", "ods-epraccur", "appointments-mapping"],
  ["qof-prevalence"],
  ["qof-achievement"],
  ["gp-patient-survey"],
  ["appointments"],
  ["list-size"],
  ["gp-workforce", "gp-workforce-high-level"],
  ["cqc-locations", "cqc-ratings"],
  ["fingertips"],
] as const;

type Usual = (typeof parts)[number][0];

/** What is on every scorecard, whatever its indicators. */
const always: readonly Usual[] = ["qof-geography", "list-size", "gp-workforce", "cqc-locations", "fingertips"];

const byKind: Readonly<Record<string, Usual>> = {
  prevalence: "qof-prevalence",
  achievement: "qof-achievement",
  survey: "gp-patient-survey",
  activity: "appointments",
};

const publicationOf = (id: string) => PUBLICATIONS.find((publication) => publication.id === id);

/** What a scorecard is made of, one publication each, the needed one first. */
export function partsOf(spec: ScorecardSpec): readonly Part[] {
  const kinds = spec.groups.flatMap(({ indicators }) => indicators).map((id) => indicatorLibrary.get(baseOf(id))?.kind ?? "achievement");
  const wanted = new Set<string>([...always, ...kinds.flatMap((kind) => byKind[kind] ?? [])]);
  return parts.flatMap(([usual, ...others]) => {
    const publication = publicationOf(usual);
    if (publication === undefined || !wanted.has(usual)) return [];
    return [{ ...publication, ...where[usual], publications: [usual, ...others], needed: usual === "qof-geography" }];
  });
}

/** Whether a part is among the files. */
export const isThere = ({ publications }: Part, reports: readonly FileReport[]): boolean =>
  reports.some(({ publication }) => publication !== null && publications.includes(publication));

/** A publication as it is named to a person. */
export const titleOf = (id: string): string => publicationOf(id)?.title ?? id;
