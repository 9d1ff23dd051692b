/** A pane that stays open for a quarter: after hundreds of builds the workbook holds no more than after the third, and the memory is what it was. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createProfile } from "../../src/actions/createProfile";
import { createScorecard } from "../../src/actions/createScorecard";
import { prepareForSharing } from "../../src/actions/prepareForSharing";
import { openExcel, type OpenExcel } from "../support/host";
import { smallArea, smallRequest } from "./smallArea";
import { record, times, whole } from "./torture";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** After as many builds the workbook is saved, closed and opened again, as at the end of a day; the add-in's own page stays. */
const DAY = 50;
/** Of the builds at full size: what is loaded late has been loaded by then. */
const WARM = 0.2;

const megabytes = (): number => {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
};

/** How many there are of everything a workbook can hold too much of. */
function inventory({ host }: OpenExcel): Record<string, number> {
  const state = host.exportState() as Record<string, unknown> & { sheets: Record<string, unknown>[] };
  const count = (value: unknown): number =>
    Array.isArray(value) ? value.length : value !== null && typeof value === "object" ? Object.keys(value).length : 0;
  const sums: Record<string, number> = {};
  const add = (key: string, value: unknown): void => void (count(value) > 0 && (sums[key] = (sums[key] ?? 0) + count(value)));
  for (const [key, value] of Object.entries(state)) add(key, value);
  for (const sheet of state.sheets) for (const [key, value] of Object.entries(sheet)) add(`in sheets: ${key}`, value);
  return sums;
}

/** A quarter's work, over and over: the card built anew, a practice's page opened, now and then made ready for sharing. */
async function work(i: number): Promise<void> {
  await createScorecard(smallArea(3 + (i % 2)), smallRequest);
  if (i % 10 === 4) await createProfile(smallArea(3 + (i % 2)), "X00002", smallRequest);
  if (i % 25 === 24) await prepareForSharing({ ownSheets: false });
}

it("builds hundreds of times in one runtime without the workbook or the memory growing", async () => {
  const builds = times(7, 500);
  const rounds = Math.ceil(builds / DAY);
  let excel = await openExcel();
  const inventories: { readonly at: number; readonly held: Record<string, number> }[] = [];
  const memory: number[] = [];
  for (let i = 0; i < builds; i++) {
    await work(i);
    // Alike builds only: the same practices, with the page there.
    if (i % 2 === 0 && i > 3) inventories.push({ at: i, held: inventory(excel) });
    if ((i + 1) % DAY === 0 && i + 1 < builds) {
      const saved = JSON.parse(JSON.stringify(excel.host.exportState())) as object;
      excel = await openExcel({ data: saved });
      memory.push(megabytes());
    }
  }
  memory.push(megabytes());
  const [first, last] = [inventories[0]!.held, inventories.at(-1)!.held];
  const grown = Object.keys({ ...first, ...last }).filter((key) => (last[key] ?? 0) > (first[key] ?? 0));
  const early = memory[Math.floor(rounds * WARM)]!;
  const growth = memory.at(-1)! / early - 1;
  record("long-life", {
    "builds and refreshes in one runtime": builds,
    "kinds of things counted in the workbook": Object.keys(first).length,
    "kinds that grew": grown.length,
    "MB after collection early on": Math.round(early),
    "MB at the end": Math.round(memory.at(-1)!),
    "% growth": Number((growth * 100).toFixed(1)),
  });
  expect(grown.map((key) => `${key}: ${first[key] ?? 0} became ${last[key]}`)).toEqual([]);
  if (whole) expect(growth).toBeLessThan(0.1);
});
