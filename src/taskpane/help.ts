import { messageFor } from "../messages";
import type { Problem } from "../problem";
import type { Task, Trouble } from "./state";
import { refusalOf, todoAbout, trouble as words, writing } from "./words/trouble";

/** An error as help: what happened, what it means for the workbook, what to do. */
export interface Help {
  readonly happened: string;
  readonly meaning: string;
  readonly todo: string;
}

/** What a person is told about trouble. */
export function helpFor({ task, problem }: Trouble): Help {
  if (problem === null)
    return { happened: words.ours, meaning: writing[task] === undefined ? words.unchanged : words.lookComplete, todo: words.oursTodo };
  const meaning = meaningOf(task, problem);
  if (problem.kind === "host") return { ...refusalOf(problem.code, problem.detail), meaning };
  return { happened: messageFor(problem), meaning, todo: todoAbout(problem) };
}

function meaningOf(task: Task, problem: Problem): string {
  const doing = writing[task];
  if (doing !== undefined && problem.kind === "host" && !problem.nothingChanged) return words.stopped(doing);
  if (doing !== undefined || problem.kind === "host" || problem.kind === "unreachable") return words.unchanged;
  return words.nothing;
}
