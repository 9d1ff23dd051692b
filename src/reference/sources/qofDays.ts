import type { Publication } from "../publication";

/**
 * Days on which QOF came out, from the pages of each year's publication; the files themselves do not say.
 * The extract of 2023-24 is named in its data quality annex.
 */
export const qofDays: NonNullable<Publication["days"]> = new Map([
  ["2016-17", { published: "2017-10-26" }],
  ["2017-18", { published: "2018-10-25" }],
  ["2018-19", { published: "2019-10-24" }],
  ["2019-20", { published: "2020-08-27" }],
  ["2020-21", { published: "2021-09-30" }],
  ["2021-22", { published: "2022-09-29" }],
  ["2022-23", { published: "2023-09-28" }],
  ["2023-24", { published: "2024-08-29", extracted: "2024-07-01" }],
]);
