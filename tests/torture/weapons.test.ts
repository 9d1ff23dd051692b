/** Files as weapons: each is refused with a reason, and takes neither the memory nor the day of whoever dropped it on the pane. */
import { inspectFiles } from "../../src/reference/read";
import { record, whole } from "./torture";
import { weapons, type Endless } from "./weapons";

/** Peaks of the whole process, tests and all. A tab of the pane has two to four times as much. */
const MOST_MEGABYTES = 700;
/** What a stream without end may be asked for before it is given up. */
const MOST_BYTES = 2_000_000_000;

const peak = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
const before = peak();
let [refused, slowest, longestStream] = [0, 0, 0];

afterAll(() => {
  record("files-as-weapons", {
    "files refused with a reason": refused,
    "s of processor time at most": Number(slowest.toFixed(1)),
    "MB of memory at most beyond what the tests need": peak() - before,
    "MB at most read of a stream without end": Math.round(longestStream / 1e6),
  });
});

const chosen = weapons.filter(([, { slow }]) => whole || !slow);

it.each(chosen.map(([kind, weapon]) => [kind, weapon.name, weapon] as const))("%s: %s", async (_, __, weapon) => {
  const source = await weapon.make();
  const [memory, clock] = [peak(), process.cpuUsage()];
  const { files } = await inspectFiles([source]);
  const { user, system } = process.cpuUsage(clock);
  slowest = Math.max(slowest, (user + system) / 1e6);
  expect(files.map(({ reason }) => reason ?? "").filter((reason) => weapon.says.test(reason))).not.toEqual([]);
  expect(files.filter(({ reason, rowsUsed }) => reason === undefined || rowsUsed > 0)).toEqual([]);
  expect(peak() - memory).toBeLessThan(MOST_MEGABYTES);
  if ("bytesGiven" in source) {
    longestStream = Math.max(longestStream, (source as Endless).bytesGiven());
    expect((source as Endless).bytesGiven()).toBeLessThan(MOST_BYTES);
  }
  refused++;
});
