import { messageFor } from "../messages";
import { ProblemError } from "../problem";

/** What is said about anything thrown: a sentence for a problem, an apology for a mistake of ours, never a stack trace. */
export function sentenceFor(error: unknown): string {
  if (error instanceof ProblemError) {
    const how = error.problem.kind === "periodNeeded" ? " On the command line: --period 2023-24." : "";
    return messageFor(error.problem) + how;
  }
  return `The program made a mistake it should not have made: ${error instanceof Error ? error.message : String(error)}`;
}
