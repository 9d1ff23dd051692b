import { ProblemError } from "../problem";
import { helpFor } from "./help";
import type { PaneEvent, Task, Trouble } from "./state";

/** What to tell the pane when a task has ended badly; that somebody cancelled it is no trouble. */
export function failure(task: Task, error: unknown): PaneEvent {
  const cancelled = error instanceof ProblemError && error.problem.kind === "cancelled";
  return cancelled ? { kind: "stopped" } : { kind: "failed", trouble: troubleOf(task, error) };
}

export function troubleOf(task: Task, error: unknown): Trouble {
  const problem = error instanceof ProblemError ? error.problem : null;
  const details =
    problem !== null ? JSON.stringify(problem, null, 2) : String(error instanceof Error ? (error.stack ?? error.message) : error);
  return { task, problem, details };
}

/** Trouble in a sentence or two, for what has no place of its own to show it. */
export function inWords(task: Task, error: unknown): string {
  const { happened, todo } = helpFor(troubleOf(task, error));
  return `${happened.replace(/\.$/, "")}. ${todo}`;
}
