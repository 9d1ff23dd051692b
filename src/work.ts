/**
 * What the add-in does when it is asked: fetched when the pane has come up, so that the pane comes up at once.
 * Only `addin.ts` asks for it.
 */
import { createProfile } from "./actions/createProfile";
import { createScorecard, type CreateRequest } from "./actions/createScorecard";
import { keepData, recallData } from "./actions/keepData";
import { prepareForSharing, type SharingRequest } from "./actions/prepareForSharing";
import { removeScorecard } from "./actions/removeScorecard";
import { recallChoices, rememberChoices } from "./excel/choices";
import type { Period, ReferenceData } from "./reference/model";
import { illustrativeArea } from "./reference/illustrative";
import { longTermConditions } from "./scorecard/presets/longTermConditions";
import type { Watch } from "./taskpane/pane";
import type { Include } from "./taskpane/state";

export { illustrativeArea } from "./reference/illustrative";
export { insertFormula, selectedAddress, selectedPractice, selectedTexts } from "./excel/selection";
export { recalculate } from "./excel/recalculate";
export { showSheet } from "./excel/showSheet";
export { addLocalData, insertLocalData } from "./actions/localData";

/** What the workbook carries already. */
let kept: ReferenceData | null = null;

/**
 * Lets the workbook carry what was loaded. Where Excel will not have it now, the next build tries again.
 * @returns what a person should know about it, or null where there is nothing; undefined where nothing was to be done
 */
export async function keep(data: ReferenceData): Promise<string | null | undefined> {
  if (data.illustrative || data === kept) return undefined;
  kept = data;
  try {
    return await keepData(data, new Date());
  } catch {
    kept = null;
    return undefined;
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

export async function build(data: ReferenceData, year: Period | null, watch: Watch, signal: AbortSignal, include: Include) {
  const { practicePages, funnels, underDoctoring } = include;
  const receipt = await createScorecard(data, {
    ...requestFor(year, watch, signal),
    sheets: { practicePages: practicePages ? "all" : [], funnels: funnels ? "all" : [], underDoctoring },
  });
  await remember(data, year);
  return receipt;
}

export async function openPage(data: ReferenceData, year: Period | null, code: string, watch: Watch, signal: AbortSignal) {
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

export async function share(request: SharingRequest) {
  const receipt = await prepareForSharing(request);
  kept = null;
  return receipt;
}

export async function remove() {
  const receipt = await removeScorecard();
  kept = null;
  return receipt;
}

/** What the workbook remembers: the choices made last, and the data it carries. */
export async function recall() {
  const choices = await recallChoices();
  if (choices?.illustrative) return { choices, data: illustrativeArea(), notice: null };
  const { data, ignored } = await recallData().catch(() => ({ data: null, ignored: null }));
  kept = data;
  return { choices, data, notice: ignored };
}
