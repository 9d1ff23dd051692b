/** A release as it would be put on a server, tried in the workbench: the test environment, with office.js from beside the pane. */
import { join } from "node:path";
import { eventually } from "../support/eventually";
import { workbenchForTests } from "../support/workbenchUser";
import { contentsOf, folderWith } from "../release/release";

const user = workbenchForTests(() =>
  join(folderWith(contentsOf({ origin: "https://scorecard.example.nhs.uk", environment: "test", localOfficeJs: true })), "web"),
);

test("its functions answer to the name of the test environment, on the sheet and in the pane", async () => {
  await user.type("B2", "=SCORECARD_TEST.PATIENTS_PER_GP(6000,3)");
  await eventually(async () => expect(await user.values("B2")).toEqual([[2000]]));
  await user.open.pane.getByRole("button", { name: "Functions", exact: true }).click();
  await user.open.pane.getByText("PATIENTS_PER_GP", { exact: true }).click();
  await user.open.pane.getByText("SCORECARD_TEST.PATIENTS_PER_GP(").first().waitFor();
});

test("its tab is told apart, and its button builds the scorecard", async () => {
  const ribbon = user.open.page.getByRole("region", { name: "Ribbon" });
  await user.open.page.getByText("GP Scorecard (test)").first().waitFor();
  await ribbon.getByRole("button", { name: "Build scorecard" }).click();
  await user.open.pane.getByRole("heading", { level: 1, name: /scorecard is in your workbook/ }).waitFor();
  await eventually(async () => expect(await user.sheetNames()).toEqual(expect.arrayContaining(["Scorecard", "Data", "Methods"])));
});

test("office.js came with the release, and the page names no other computer", async () => {
  const scripts = await user.open.pane.evaluate(() => Array.from(document.scripts, ({ src }) => new URL(src).pathname));
  expect(scripts).toContain("/office/office.js");
  await eventually(async () =>
    expect(await user.open.pane.evaluate(() => document.documentElement.outerHTML)).not.toContain("appsforoffice"),
  );
});
