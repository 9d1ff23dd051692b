import { createScorecard } from "./actions/createScorecard";
import { recallChoices, rememberChoices } from "./excel/choices";
import { showSheet } from "./excel/showSheet";
import type { Period, ReferenceData } from "./reference/model";
import { illustrativeArea } from "./reference/illustrative";
import { longTermConditions } from "./scorecard/presets/longTermConditions";
import { createPane, type Watch } from "./taskpane/pane";
import { inspect, read } from "./taskpane/reading/ask";

/**
 * Where everything is put together, once: the pane's memory and what it can ask for.
 * The pane and the ribbon's buttons share it, because they live on the same page.
 */
export const pane = createPane({ inspect, read, illustrativeArea, build, showSheet, recall: recallChoices });

const steps = { reckoning: "Working out the figures", writing: "Writing the sheets", done: "" } as const;

async function build(data: ReferenceData, year: Period | null, watch: Watch, signal: AbortSignal) {
  const receipt = await createScorecard(data, {
    spec: longTermConditions,
    builtOn: new Date(),
    ...(year === null ? {} : { period: year }),
    onProgress: (step) => watch({ fraction: null, detail: steps[step] }),
    signal,
  });
  const files = data.files.filter(({ publication }) => publication !== null).map(({ file }) => file);
  // The scorecard is there; that the pane may not remember its area next time is not worth an error.
  await rememberChoices({ area: data.area, illustrative: data.illustrative, files }).catch(() => undefined);
  return receipt;
}
