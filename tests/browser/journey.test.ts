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
