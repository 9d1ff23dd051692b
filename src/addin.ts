import type * as Work from "./work";
import { setReference } from "./functions/referenceStore";
import { ProblemError } from "./problem";
import type { ReferenceData } from "./reference/model";
import { storeOf } from "./reference/store";
import { createPane } from "./taskpane/pane";
import { inspect, read } from "./taskpane/reading/ask";
import { findPack, newsOf, takeFromPack } from "./taskpane/reading/pack";

/** Everything that builds, reads and writes sheets: a script of its own, fetched once. */
function work(): Promise<typeof Work> {
  return import(/* webpackChunkName: "work" */ "./work").catch(() => {
    throw new ProblemError({ kind: "unreachable", what: "A part of the add-in" });
  });
}

/**
 * Where everything is put together, once: the pane's memory and what it can ask for.
 * The pane and the ribbon's buttons share it, because they live on the same page.
 */
export const pane = createPane({
  inspect,
  read,
  findPack: () => findPack({ fetch }),
  packNews: newsOf,
  takeFromPack: (pack, areaCode, signal) => takeFromPack(pack, areaCode, { fetch, signal }),
  illustrativeArea: async () => (await work()).illustrativeArea(),
  build: async (...given) => (await work()).build(...given),
  openPage: async (...given) => (await work()).openPage(...given),
  share: async (...given) => (await work()).share(...given),
  remove: async () => (await work()).remove(),
  selectedPractice: async () => (await work()).selectedPractice(),
  explainCell: async (...given) => (await work()).explainCell(...given),
  insertLocalData: async (...given) => (await work()).insertLocalData(...given),
  addLocalData: async (...given) => (await work()).addLocalData(...given),
  insertExamples: async (...given) => (await work()).insertExamples(...given),
  repair: async () => (await work()).repair(),
  insertPicture: async (...given) => (await work()).insertPicture(...given),
  keepWishes: async (...given) => (await work()).keepWishes(...given),
  isReadOnly: async () => (await work()).isReadOnly(),
  showSheet: async (...given) => (await work()).showSheet(...given),
  selectedAddress: async () => (await work()).selectedAddress(),
  selectedTexts: async () => (await work()).selectedTexts(),
  insertFormula: async (...given) => (await work()).insertFormula(...given),
  recall: async () => (await work()).recall(),
});

/** Fetches what the pane will need next, while nobody waits for it: then it works without a network too. */
export const fetchAhead = (): void => void work().catch(() => undefined);

pane.subscribe(shareWithFunctions);

let shared: ReferenceData | null = null;

/** Lets the functions answer from what is loaded now. They are a script of their own and know nothing of the pane. */
function shareWithFunctions(): void {
  const { data } = pane.state();
  if (data === shared || data === null) return;
  shared = data;
  setReference(storeOf(data));
  if (!data.illustrative) void passOn(data);
}

/** Formulas are calculated anew from what was loaded, and the workbook carries it from now on. */
async function passOn(data: ReferenceData): Promise<void> {
  try {
    const { recalculate, keep } = await work();
    void recalculate().catch(() => undefined);
    const notice = await keep(data);
    if (notice !== undefined) pane.tell({ kind: "noticed", notice });
  } catch {
    // Without the script nothing can be built either, and then it is said.
  }
}
