/**
 * What the add-in does when it is asked: fetched when the pane has come up, so that the pane comes up at once.
 * Only `addin.ts` asks for it.
 */
import { createProfile } from "./actions/createProfile";
import { createScorecard, type CreateRequest } from "./actions/createScorecard";
import { explainCell as explain } from "./actions/explainCell";
import { keepData, recallData } from "./actions/keepData";
import { prepareForSharing, type SharingRequest } from "./actions/prepareForSharing";
import { removeScorecard } from "./actions/removeScorecard";
import { recallChoices, rememberChoices } from "./excel/choices";
import type { Period, ReferenceData } from "./reference/model";
import { illustrativeArea } from "./reference/illustrative";
import { insertPicture as putPicture } from "./excel/picture";
import { keepText, keptText } from "./excel/keptText";
import { specFor } from "./taskpane/specOf";
import type { Picture, Wanted, Watch, Wishes } from "./taskpane/services";
import type { Include, Recalled } from "./taskpane/state";
import { wishesFrom, wishesKey, wishesText } from "./taskpane/wishes";
import { words } from "./taskpane/words";

export { illustrativeArea } from "./reference/illustrative";
export { insertFormula, selectedAddress, selectedPractice, selectedTexts } from "./excel/selection";
export { isReadOnly } from "./excel/readOnly";
export { recalculate } from "./excel/recalculate";
export { showSheet } from "./excel/showSheet";
export { insertExamples } from "./actions/insertExamples";
export { addLocalData, insertLocalData } from "./actions/localData";
export { repairFunctions as repair } from "./actions/repairFunctions";

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

const steps = {
  reckoning: ({ practices }: ReferenceData) => words.working.reckoning(practices.size),
  writing: () => words.working.writing,
  done: () => "",
} as const;

const requestFor = (data: ReferenceData, { spec, year }: Wanted, watch: Watch, signal: AbortSignal): CreateRequest => ({
  spec: specFor(spec, data),
  builtOn: new Date(),
  ...(year === null ? {} : { period: year }),
  onProgress: (step, sheets) =>
    watch(
      sheets === undefined
        ? { fraction: null, detail: steps[step](data) }
        : { fraction: sheets.written / sheets.of, detail: words.working.sheets(sheets.written, sheets.of) },
    ),
  signal,
});

export async function build(data: ReferenceData, wanted: Wanted, watch: Watch, signal: AbortSignal, include: Include) {
  const { practicePages, funnels, underDoctoring } = include;
  const receipt = await createScorecard(data, {
    ...requestFor(data, wanted, watch, signal),
    sheets: { practicePages: practicePages ? "all" : [], funnels: funnels ? "all" : [], underDoctoring },
  });
  await remember(data, wanted.year);
  return receipt;
}

export async function openPage(data: ReferenceData, wanted: Wanted, code: string, watch: Watch, signal: AbortSignal) {
  const made = await createProfile(data, code, requestFor(data, wanted, watch, signal));
  if (made.receipt !== null) await remember(data, wanted.year);
  return made;
}

export const explainCell = (data: ReferenceData, { spec, year }: Wanted) =>
  explain(data, { spec: specFor(spec, data), ...(year === null ? {} : { period: year }) });

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
  await keepText(wishesKey, null).catch(() => undefined);
  kept = null;
  return receipt;
}

/** Lets the workbook keep what its scorecard shows, and the groups the person named. */
export const keepWishes = (wishes: Wishes): Promise<void> => keepText(wishesKey, wishesText(wishes));

/** What the workbook remembers: the choices made last, the data it carries, and what its scorecard should show. */
export async function recall(): Promise<Recalled> {
  const [choices, { notice, ...wishes }] = await Promise.all([recallChoices(), keptText(wishesKey).then(wishesFrom)]);
  if (choices?.illustrative) return { choices, data: illustrativeArea(), ...wishes, notice };
  const { data, ignored } = await recallData().catch(() => ({ data: null, ignored: null }));
  kept = data;
  return { choices, data, ...wishes, notice: ignored ?? notice };
}

export const insertPicture = ({ base64, width, height, description }: Picture) => putPicture(base64, { width, height }, description);
