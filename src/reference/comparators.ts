import type { Comparator, Period, ReferenceData, WiderArea } from "./model";

/** Whom the files can hold beside the area: all of England, or the wider areas around it. */
export type ComparatorScope = "england" | WiderArea["kind"];

/** With fewer of its practices than this a sum does not speak for an area: the files were cut to a part of it. */
const SPEAKS_FOR = 0.9;

/** What figures of an indicator are compared with; null where the files do not hold (nearly) all practices of that scope. */
export function comparatorFor(
  { comparators }: Pick<ReferenceData, "comparators">,
  scope: ComparatorScope,
  indicator: string,
  period: Period,
): Comparator | null {
  const isMeant = (one: Comparator): boolean =>
    scope === "england" ? one.of === undefined && one.isEngland : one.of?.kind === scope && one.practices >= one.of.practices * SPEAKS_FOR;
  return comparators.find((one) => one.indicator === indicator && one.period === period && one.denominator > 0 && isMeant(one)) ?? null;
}

/** The wider areas of which anything can be compared with, under the name each has in the latest geography. */
export const widerAreasIn = ({ comparators }: Pick<ReferenceData, "comparators">): readonly WiderArea[] => [
  ...new Map(comparators.flatMap(({ of }) => (of ? [[of.code, of] as const] : []))).values(),
];
