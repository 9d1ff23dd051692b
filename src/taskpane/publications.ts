import { PUBLICATIONS } from "../reference/sources";

/** Something a scorecard shows, and the publications it can come from. */
export interface Part {
  readonly title: string;
  readonly gives: string;
  readonly publisher: string;
  readonly publications: readonly string[];
}

/** What each publication adds to a scorecard, in the order in which the columns stand. */
const gives: Readonly<Record<string, string>> = {
  "qof-geography": "which practice belongs to which area",
  "ods-epraccur": "which practice belongs to which area",
  "list-size": "list sizes",
  "gp-workforce": "full-time-equivalent GPs",
  "qof-prevalence": "how many patients are on each register",
  "qof-achievement": "how long-term conditions are managed",
};

/** Publications that a scorecard can use, one line each. */
export const PARTS: readonly Part[] = Object.entries(gives).flatMap(([id, given]) => {
  const publication = PUBLICATIONS.find((known) => known.id === id);
  return publication === undefined
    ? []
    : [{ title: publication.title, gives: given, publisher: publication.publisher, publications: [id] }];
});

/** A publication as it is named to a person. */
export const titleOf = (id: string): string => PUBLICATIONS.find((publication) => publication.id === id)?.title ?? id;
