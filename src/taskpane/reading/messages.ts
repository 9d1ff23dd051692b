import type { Problem } from "../../problem";
import type { Period, ReferenceData } from "../../reference/model";
import type { Inspection, ReadOptions } from "../../reference/read";
import type { PickedFile, Progress } from "../state";

/** What the pane asks of the worker that reads files. One question a worker: to cancel is to end it. */
export interface Question {
  readonly files: readonly PickedFile[];
  readonly periods: ReadonlyMap<string, Period>;
  /** The area to read for; null to only look into the files. */
  readonly area: ReadOptions["area"] | null;
}

export type Answer =
  | ({ readonly kind: "progress" } & Progress)
  | { readonly kind: "inspected"; readonly inspection: Inspection }
  | { readonly kind: "read"; readonly data: ReferenceData }
  | { readonly kind: "problem"; readonly problem: Problem }
  | { readonly kind: "fault"; readonly details: string };
