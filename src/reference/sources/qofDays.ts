import type { Publication } from "../publication";

/**
 * Days on which QOF came out or was drawn from its systems; the files themselves do not say. Only what a page of the publication confirms stands
 * here, other years have no day:
 *
 * - 2017-18: the page of the year, last edited on 25 October 2018.
 * - 2023-24: its data quality annex says when it was drawn.
 */
export const qofDays: NonNullable<Publication["days"]> = new Map([
  ["2017-18", { published: "2018-10-25" }],
  ["2023-24", { extracted: "2024-07-01" }],
]);
