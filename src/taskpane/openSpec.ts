import { ProblemError } from "../problem";
import { readSpec } from "../scorecard/readSpec";
import type { ScorecardSpec } from "../scorecard/spec";
import { words } from "./words";

/** What a specification's text came to: the specification, or every fault. */
export type Opened = { readonly spec: ScorecardSpec } | { readonly faults: readonly string[] };

/** Reads a scorecard's specification that somebody saved. */
export function openSpec(text: string): Opened {
  try {
    return { spec: readSpec(text) };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.kind !== "badSpec") throw error;
    return { faults: error.problem.faults.map(({ path, found, expected }) => words.preset.fault(path, found, expected)) };
  }
}
