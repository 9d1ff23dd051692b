import { PUBLICATIONS } from "../reference/sources";

/** Something that a scorecard shows, and the publications it can come from, the usual one first. */
export interface Part {
  readonly gives: string;
  readonly title: string;
  readonly publisher: string;
  /** Page from which it is downloaded. */
  readonly address: string;
  readonly publications: readonly string[];
}

const parts: readonly (readonly [gives: string, usual: string, ...others: string[]])[] = [
  ["how many patients are on each register", "qof-prevalence"],
  ["how long-term conditions are managed", "qof-achievement"],
  ["which practice belongs to which area", "qof-geography", "qof-organisation-reference", "ods-epraccur", "appointments-mapping"],
  ["list sizes", "list-size"],
  ["full-time-equivalent GPs", "gp-workforce", "gp-workforce-high-level"],
  ["CQC ratings", "cqc-locations", "cqc-ratings"],
  ["deprivation", "fingertips"],
];

const publicationOf = (id: string) => PUBLICATIONS.find((publication) => publication.id === id);

/** The parts of a scorecard, one publication each, the most important first. */
export const PARTS: readonly Part[] = parts.flatMap(([gives, usual, ...others]) => {
  const publication = publicationOf(usual);
  return publication === undefined ? [] : [{ ...publication, gives, publications: [usual, ...others] }];
});

/** A publication as it is named to a person. */
export const titleOf = (id: string): string => publicationOf(id)?.title ?? id;
