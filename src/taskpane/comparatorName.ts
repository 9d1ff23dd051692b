import type { ScorecardSpec } from "../scorecard/spec";
import { words } from "./words";

/** Whom practices are compared with, as a person named them or as the kind is called. */
export const comparatorName = ({ comparison: { comparator } }: ScorecardSpec): string =>
  comparator.name ?? words.preset.comparators[comparator.kind];
