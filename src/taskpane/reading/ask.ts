import { ProblemError } from "../../problem";
import type { ReferenceData } from "../../reference/model";
import type { Inspection, ReadOptions } from "../../reference/read";
import type { Told, Watch } from "../services";
import type { PickedFile } from "../state";
import type { Answer, Question } from "./messages";

/** What the files hold: publications, periods, areas, and what is wrong with them. */
export async function inspect(files: readonly PickedFile[], { periods }: Told, watch: Watch, signal: AbortSignal): Promise<Inspection> {
  const answer = await ask({ files, periods, area: null }, watch, signal);
  if (answer.kind !== "inspected") throw new Error(`The reader answered ${answer.kind} to an inspection`);
  return answer.inspection;
}

/** Everything the files hold for one area. */
export async function read(
  files: readonly PickedFile[],
  { periods, area }: Told & { readonly area: ReadOptions["area"] },
  watch: Watch,
  signal: AbortSignal,
): Promise<ReferenceData> {
  const answer = await ask({ files, periods, area }, watch, signal);
  if (answer.kind !== "read") throw new Error(`The reader answered ${answer.kind} to a reading`);
  return answer.data;
}

/** Puts a question to a worker of its own, which ends with its answer, or at once when the person cancels. */
function ask(question: Question, watch: Watch, signal: AbortSignal): Promise<Answer> {
  const worker = new Worker(/* webpackChunkName: "reader" */ new URL("./worker.ts", import.meta.url));
  return new Promise<Answer>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new ProblemError({ kind: "cancelled", what: "Reading the files" })));
    worker.addEventListener("error", ({ message }) => reject(new Error(message || "The reader of files could not be started")));
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      if (data.kind === "progress") watch(data);
      else if (data.kind === "problem") reject(new ProblemError(data.problem));
      else if (data.kind === "fault") reject(new Error(data.details));
      else resolve(data);
    });
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}
