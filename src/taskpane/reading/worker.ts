/** Reads files away from the page, so that the pane never stands still. Answers one question, with progress on the way. */
import { ProblemError } from "../../problem";
import { fromBlob } from "../../reference/fileSource";
import { inspectFiles, readReferenceData } from "../../reference/read";
import { words } from "../words";
import type { Answer, Question } from "./messages";

/** Milliseconds between two words of progress: more would only keep the pane busy drawing. */
const PACE = 100;

const say = (answer: Answer) => self.postMessage(answer);

self.addEventListener("message", ({ data }: MessageEvent<Question>) => void answer(data));

async function answer({ files, periods, area }: Question): Promise<void> {
  const sources = files.map(({ name, blob }) => fromBlob(name, blob));
  const options = { periods, onProgress: paced() };
  try {
    if (area === null) say({ kind: "inspected", inspection: await inspectFiles(sources, options) });
    else say({ kind: "read", data: await readReferenceData(sources, { ...options, area }) });
  } catch (error) {
    if (error instanceof ProblemError) say({ kind: "problem", problem: error.problem });
    else say({ kind: "fault", details: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

interface FileProgress {
  readonly file: string;
  readonly rows: number;
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

function paced() {
  let last = 0;
  return ({ file, rows, bytesRead, bytesTotal }: FileProgress): void => {
    const now = performance.now();
    if (now - last < PACE) return;
    last = now;
    say({
      kind: "progress",
      fraction: bytesTotal > 0 ? Math.min(1, bytesRead / bytesTotal) : null,
      detail: `${words.working.rows(rows, file)}, ${words.working.bytes(Math.min(bytesRead, bytesTotal), bytesTotal)}`,
    });
  };
}
