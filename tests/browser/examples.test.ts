/** The workbench's menu of examples: each is chosen once, plays to its end, and leaves in the workbook what it says. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "../../src/host";
import { EXAMPLES } from "../../src/workbench/examples";
import { JOURNEYS, type Place } from "../../src/workbench/journeys/journeys";
import { eventually } from "../support/eventually";
import { workbenchForTests } from "../support/workbenchUser";

const user = workbenchForTests();

async function choose(title: string): Promise<void> {
  const { page } = user.open;
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.selectOption("#examples", { label: title });
  await page.waitForFunction(() => !document.querySelector<HTMLSelectElement>("#examples")!.disabled, null, { timeout: 60_000 });
}

/** What stands in a cell and behind it; on the scorecard its headings are looked for anew. */
async function cellOf(place: Place): Promise<{ value: unknown; formula: unknown }> {
  if ("sheet" in place) return read(place.sheet, place.cell);
  const values = await user.values("A1:BZ20", "Scorecard");
  const headings = values.findIndex((cells) => cells.includes("code") && cells.includes("notes"));
  const names = values[headings]!;
  const column = place.column === "the last" ? names.filter((name) => name !== "").length - 1 : names.indexOf(place.column);
  return read("Scorecard", `${letters(column)}${headings + (place.row === "headings" ? 1 : 2)}`);
}

const letters = (column: number): string =>
  (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

const read = (sheet: string, address: string) =>
  user.open.pane.evaluate(
    ([name, ref]) =>
      Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getItem(name).getRange(ref);
        cell.load({ values: true, formulas: true });
        await context.sync();
        return { value: cell.values[0]![0] as unknown, formula: cell.formulas[0]![0] as unknown };
      }),
    [sheet, address] as const,
  );

test.each(JOURNEYS.map((journey) => [journey.title, journey] as const))("%s", async (_, { title, shows, ends }) => {
  await choose(title);
  await user.open.page
    .getByRole("status")
    .filter({ hasText: `${title}: ${shows}` })
    .waitFor();
  const { sheets = [], without = [], cells = [] } = ends;
  await eventually(async () => {
    const names = await user.sheetNames();
    for (const sheet of sheets) expect(names.some((name) => new RegExp(`^${sheet.replace("*", ".*")}$`).test(name))).toBe(true);
    expect(names.filter((name) => without.includes(name))).toEqual([]);
  });
  for (const { at, value, formula } of cells)
    await eventually(async () => expect(await cellOf(at)).toEqual({ value, formula: formula ?? value }));
});

test.each(EXAMPLES.map(({ title }) => title))("%s: its formulas have results", async (title) => {
  await choose(title);
  await eventually(async () => {
    const shown = (await user.values("A1:I12")).flat();
    expect(shown[0]).toBe(title);
    // One practice has no GPs, and says so; nothing else is an error.
    expect(shown.filter((value) => typeof value === "string" && /^#(?!DIV)/.test(value))).toEqual([]);
  });
});

test("what goes wrong in an example is said, and the menu can be used again", async () => {
  const readOnly = (value: boolean) =>
    user.open.page.evaluate((on) => void ((window as unknown as { workbench: { host: Host } }).workbench.host.faults.readOnly = on), value);
  await readOnly(true);
  await choose(EXAMPLES[0]!.title);
  await user.open.page.getByRole("status").filter({ hasText: "could not be shown. AccessDenied" }).waitFor();
  await readOnly(false);
  await choose(EXAMPLES[0]!.title);
  await eventually(async () => expect(await user.values("A1")).toEqual([[EXAMPLES[0]!.title]]));
});

test("each journey names the tests that hold the same to account", () => {
  const missing = JOURNEYS.filter(({ proof }) => !existsSync(join(__dirname, "../..", proof)));
  expect(missing).toEqual([]);
});
