/**
 * The ten minutes of an officer without training: from an empty workbook to a scorecard of the own area that can be handed on. Real layouts of
 * Thurrock. A picture of each step goes to out/journey, and each is held against WCAG.
 */
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { axeFaults } from "../support/axe";
import { eventually } from "../support/eventually";
import { picturesIn } from "../support/pictures";
import { workbenchForTests } from "../support/workbenchUser";

jest.setTimeout(240_000);

const user = workbenchForTests();
const FILES = [
  ...["PREVALENCE_2223.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv", "epraccur.csv", "gp-reg-pat-prac-all.csv"],
  ...["GPWPractice_2025-12.csv", "HSCA_Active_Locations_2026-02.csv", "fingertips-93553.csv"],
].map((name) => join(__dirname, "../fixtures/thurrock", name));

const button = (pane: Frame, name: string | RegExp) => pane.getByRole("main").or(pane.locator("main ~ div")).getByRole("button", { name });
const heading = (pane: Frame, name: string | RegExp) => pane.getByRole("heading", { level: 1, name });
const ribbon = (name: string) => user.open.page.locator(".wb-ribbon-button", { hasText: name });

/** Where in the sheet Scorecard a word of the filter row stands, counted from 0, with the first practice below it. */
async function columnOf(word: string): Promise<{ readonly column: number; readonly row: number }> {
  const values = await user.values("A1:AZ20", "Scorecard");
  const row = values.findIndex((cells) => cells.includes("code") && cells.includes("notes"));
  return { column: values[row]!.indexOf(word), row: row + 1 };
}
const letters = (column: number): string =>
  (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

test("by mouse: area, files, build, a note, refresh, a practice's page, share", async () => {
  const { page, pane } = user.open;
  const picture = picturesIn("journey");
  const faults: string[] = [];
  const step = async (name: string) => {
    await picture(page, name);
    faults.push(...(await axeFaults(pane)).map((fault) => `${name}: ${fault}`));
  };
  await step("an empty workbook");
  await button(pane, "Close this").click();
  await button(pane, /^Published files/).click();
  await step("what is needed");
  await pane.locator("input[type=file]").setInputFiles(FILES);
  await pane.getByRole("status").filter({ hasText: "7 of 7 files recognised" }).waitFor();
  // Of a scorecard's seven publications only QOF achievement was not dropped.
  await pane.getByText("6 of 7 are there").waitFor();
  await step("files recognised");
  await button(pane, "Choose the area").click();
  await pane.getByRole("searchbox").fill("07g");
  await pane.getByRole("radio", { name: /07G/ }).check();
  await step("the area");
  await button(pane, "Read the files").click();
  await pane.getByText("New sheets are added").waitFor();
  await step("what will be built");
  await button(pane, "Build scorecard").click();
  await heading(pane, "The scorecard is in your workbook").waitFor();
  await step("the scorecard");

  const { column, row } = await columnOf("notes");
  const [[code]] = (await user.values(`A${row + 1}`, "Scorecard")) as [[string]];
  await user.type(`Scorecard!${letters(column)}${row + 1}`, "Visited in May");
  await step("a note");
  await ribbon("Refresh").click();
  await heading(pane, "The scorecard was built anew").waitFor();
  await pane.getByText("Notes taken along").waitFor();
  await eventually(async () =>
    expect((await user.values(`A${row + 1}:${letters(column)}${row + 1}`, "Scorecard"))[0]!.at(-1)).toBe("Visited in May"),
  );
  await step("refreshed, with the note");

  await user.goTo(`Scorecard!B${row + 1}`);
  await ribbon("Practice page").click();
  await pane.getByText(`The sheet Practice ${code} was added`).waitFor();
  await step("the practice's page");
  await ribbon("Prepare for sharing").click();
  await heading(pane, "Will others open this workbook?").waitFor();
  await button(pane, "Prepare for sharing").click();
  await pane.getByRole("heading", { name: "Ready to be shared" }).waitFor();
  await step("shared");
  expect(faults).toEqual([]);
  await eventually(async () =>
    expect(await user.sheetNames()).toEqual(expect.arrayContaining(["Scorecard", "Data", "Methods", `Practice ${code}`])),
  );
});

test("by keys alone: area, files, build, a note, refresh, a practice's page, share", async () => {
  const { page, pane } = user.open;
  const picture = picturesIn("journey-keyboard");
  const keys = (key: string) => page.keyboard.press(key);
  /** The name of what has the keyboard, in the pane or on the page around it. */
  const here = async (): Promise<string> => {
    const name = () => {
      const element = document.activeElement as HTMLInputElement;
      return element.getAttribute("aria-label") ?? (element.labels?.[0]?.innerText || element.innerText || element.tagName);
    };
    const outside = await page.evaluate(name);
    return (await page.evaluate(() => document.activeElement?.id)) === "pane" ? pane.evaluate(name) : outside;
  };
  const walkTo = async (name: RegExp, key: string): Promise<void> => {
    const passed: string[] = [];
    for (let presses = 0; presses < 60; presses++) {
      const now = await here();
      if (name.test(now)) return;
      passed.push(now.slice(0, 30));
      await keys(key);
    }
    throw new Error(`${key} never comes to ${name.source}; it came to ${passed.join(", ")}`);
  };
  const enter = async (name: RegExp, key = "Tab"): Promise<void> => {
    await walkTo(name, key);
    await keys("Enter");
  };
  const goRoundTo = async (part: "grid" | "pane-box" | "ribbon"): Promise<void> => {
    for (let presses = 0; presses < 3; presses++) {
      if (await page.evaluate((id) => document.getElementById(id)!.contains(document.activeElement), part))
        return void (await user.drawn());
      await keys("F6");
    }
    throw new Error(`F6 never comes to ${part}`);
  };
  const onRibbon = async (name: RegExp): Promise<void> => {
    await goRoundTo("ribbon");
    await enter(name);
  };
  const goToCell = async (row: number, column: number): Promise<void> => {
    await goRoundTo("grid");
    await keys("Control+Home");
    for (let step = 0; step < row; step++) await keys("ArrowDown");
    for (let step = 0; step < column; step++) await keys("ArrowRight");
    await user.drawn();
  };

  await goRoundTo("pane-box");
  await enter(/^Close this/);
  await enter(/^Published files/);
  await heading(pane, "Which files should be read?").waitFor();
  const chooser = page.waitForEvent("filechooser");
  await enter(/^Choose files/);
  await (await chooser).setFiles(FILES);
  await pane.getByRole("status").filter({ hasText: "7 of 7 files recognised" }).waitFor();
  await enter(/^Choose the area/);
  await heading(pane, "Whose practices").waitFor();
  await walkTo(/^Search/, "Tab");
  await page.keyboard.type("07G");
  await eventually(async () => expect(await pane.getByRole("radio").count()).toBe(2));
  // The first choice is a list of one's own; the next is the only area that was found.
  await walkTo(/^A list of my own/, "Tab");
  await keys("ArrowDown");
  await picture(page, "the area");
  await enter(/^Read the files/);
  await pane.getByText("New sheets are added").waitFor();
  await enter(/^Build scorecard/);
  await heading(pane, "The scorecard is in your workbook").waitFor();
  await picture(page, "built");

  const { column, row } = await columnOf("notes");
  await goToCell(row, column);
  await page.keyboard.type("Visited in May", { delay: 20 });
  await keys("Enter");
  await onRibbon(/^Refresh/);
  await heading(pane, "The scorecard was built anew").waitFor();
  await pane.getByText("Notes taken along").waitFor();
  await eventually(async () =>
    expect((await user.values(`A${row + 1}:${letters(column)}${row + 1}`, "Scorecard"))[0]!.at(-1)).toBe("Visited in May"),
  );

  await goToCell(row, 0);
  await onRibbon(/^Practice page/);
  await pane.getByText(/^The sheet Practice .* was added/).waitFor();
  await picture(page, "a practice");
  await onRibbon(/^Prepare for sharing/);
  await heading(pane, "Will others open this workbook?").waitFor();
  await goRoundTo("pane-box");
  await enter(/^Prepare for sharing/);
  await pane.getByRole("heading", { name: "Ready to be shared" }).waitFor();
  await picture(page, "shared");
});
