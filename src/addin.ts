import { createProfile } from "./actions/createProfile";
import { createScorecard, type CreateRequest } from "./actions/createScorecard";
import { keepData, recallData } from "./actions/keepData";
import { addLocalData, insertLocalData } from "./actions/localData";
import { prepareForSharing, type SharingRequest } from "./actions/prepareForSharing";
import { removeScorecard } from "./actions/removeScorecard";
import { recallChoices, rememberChoices } from "./excel/choices";
import { insertFormula, selectedAddress, selectedPractice, selectedTexts } from "./excel/selection";
import { recalculate } from "./excel/recalculate";
import { showSheet } from "./excel/showSheet";
import type { Period, ReferenceData } from "./reference/model";
import { illustrativeArea } from "./reference/illustrative";
import { storeOf } from "./reference/store";
import { setReference } from "./functions/referenceStore";
import { longTermConditions } from "./scorecard/presets/longTermConditions";
import { createPane, type Watch } from "./taskpane/pane";
import type { Include } from "./taskpane/state";
import { inspect, read } from "./taskpane/reading/ask";
import { findPack, takeFromPack } from "./taskpane/reading/pack";

/**
 * Where everything is put together, once: the pane's memory and what it can ask for.
 * The pane and the ribbon's buttons share it, because they live on the same page.
 */
export const pane = createPane({
  inspect,
  read,
  findPack: () => findPack({ fetch }),
  takeFromPack: (pack, areaCode, signal) => takeFromPack(pack, areaCode, { fetch, signal }),
  illustrativeArea,
  build,
  openPage,
  share,
  remove,
  selectedPractice,
  insertLocalData,
  addLocalData,
  showSheet,
  selectedAddress,
  selectedTexts,
  insertFormula,
  recall,
});

pane.subscribe(shareWithFunctions);

let shared: ReferenceData | null = null;

/** Lets the functions answer from what is loaded now. They are a script of their own and know nothing of the pane. */
function shareWithFunctions(): void {
  const { data } = pane.state();
  if (data === shared || data === null) return;
  shared = data;
  setReference(storeOf(data));
  if (data.illustrative) return;
  void recalculate().catch(() => undefined);
  void keep(data);
}

/** What the workbook carries already. */
let kept: ReferenceData | null = null;

/** Lets the workbook carry what was loaded. Where Excel will not have it now, the next build tries again. */
async function keep(data: ReferenceData): Promise<void> {
  if (data.illustrative || data === kept) return;
  kept = data;
  try {
    pane.tell({ kind: "noticed", notice: await keepData(data, new Date()) });
  } catch {
    kept = null;
  }
}

const steps = { reckoning: "Working out the figures", writing: "Writing the sheets", done: "" } as const;

const requestFor = (year: Period | null, watch: Watch, signal: AbortSignal): CreateRequest => ({
  spec: longTermConditions,
  builtOn: new Date(),
  ...(year === null ? {} : { period: year }),
  onProgress: (step) => watch({ fraction: null, detail: steps[step] }),
  signal,
});

async function build(data: ReferenceData, year: Period | null, watch: Watch, signal: AbortSignal, include: Include) {
  const { practicePages, funnels, underDoctoring } = include;
  const receipt = await createScorecard(data, {
    ...requestFor(year, watch, signal),
    sheets: { practicePages: practicePages ? "all" : [], funnels: funnels ? "all" : [], underDoctoring },
  });
  await remember(data, year);
  return receipt;
}

async function openPage(data: ReferenceData, year: Period | null, code: string, watch: Watch, signal: AbortSignal) {
  const made = await createProfile(data, code, requestFor(year, watch, signal));
  if (made.receipt !== null) await remember(data, year);
  return made;
}

/** The scorecard is there; that the pane may not remember its area next time is not worth an error. */
async function remember(data: ReferenceData, year: Period | null): Promise<void> {
  const files = data.files.filter(({ publication }) => publication !== null).map(({ file }) => file);
  const choices = { area: data.area, illustrative: data.illustrative, files, ...(year === null ? {} : { year }) };
  await rememberChoices(choices).catch(() => undefined);
  await keep(data);
}

async function share(request: SharingRequest) {
  const receipt = await prepareForSharing(request);
  kept = null;
  return receipt;
}

async function remove() {
  const receipt = await removeScorecard();
  kept = null;
  return receipt;
}

/** What the workbook remembers: the choices made last, and the data it carries. */
async function recall() {
  const choices = await recallChoices();
  if (choices?.illustrative) return { choices, data: illustrativeArea(), notice: null };
  const { data, ignored } = await recallData().catch(() => ({ data: null, ignored: null }));
  kept = data;
  return { choices, data, notice: ignored };
}
