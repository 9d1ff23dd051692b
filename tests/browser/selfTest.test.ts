/** The pane's self-test and its steps by hand, as a person finds them under About. The workbook beside it is ours, so every fact must hold. */
import { readFileSync } from "node:fs";
import type Axe from "axe-core";
import { contracts } from "../../src/contract/contracts";
import { BY_HAND } from "../../src/contract/byHand";
import { eventually } from "../support/eventually";
import { workbenchForTests } from "../support/workbenchUser";

const user = workbenchForTests();
const button = (name: string) => user.open.pane.getByRole("button", { name, exact: true });
const report = () => user.open.pane.getByRole("textbox", { name: "Report" }).inputValue();

test("the self-test tries every fact in the open workbook, reports them, and leaves the workbook as it was", async () => {
  await user.type("A1", "mine");
  const before = await user.sheetNames();
  await button("About").click();
  await button("Self-test").click();
  await button("Start").click();
  await user.open.pane.getByText(/^Trying \d+ of \d+ facts$/).waitFor();
  await user.open.pane.getByText(`${contracts.length} of ${contracts.length} facts hold`, { exact: true }).waitFor({ timeout: 60_000 });
  const text = await report();
  expect(text).toContain("ExcelApi 1.");
  expect(text.split("\n").filter((line) => line.startsWith("holds "))).toHaveLength(contracts.length);
  await eventually(async () => expect(await user.sheetNames()).toEqual(before));
  await eventually(async () => expect(await user.values("A1")).toEqual([["mine"]]));
});

test("a fact that does not hold is shown with what was expected and what was found", async () => {
  // A workbook in another mood: this one answers every sort with a refusal.
  await user.open.pane.evaluate(() => {
    (Excel as unknown as { RangeSort: { prototype: { apply(): void } } }).RangeSort.prototype.apply = () => {
      throw new Error("no sorting today");
    };
  });
  await button("About").click();
  await button("Self-test").click();
  await button("Start").click();
  await user.open.pane
    .getByText(`${contracts.length - 1} of ${contracts.length} facts hold, 1 differs`, { exact: true })
    .waitFor({ timeout: 60_000 });
  await eventually(async () =>
    expect(await user.open.pane.getByRole("listitem").innerText()).toMatch(/sorting moves whole rows[\s\S]*no sorting today/),
  );
  await eventually(async () => expect(await report()).toMatch(/^differs +sort-rows/m));
});

test("a self-test that is stopped takes its sheets away too", async () => {
  const before = await user.sheetNames();
  await button("About").click();
  await button("Self-test").click();
  await button("Start").click();
  await user.open.pane.getByText(/^Trying [1-9]/).waitFor();
  await button("Stop").click();
  await button("Start again").waitFor();
  await eventually(async () => expect(await user.sheetNames()).toEqual(before));
});

test("the steps by hand take an answer each, and their report says which are left", async () => {
  const { pane } = user.open;
  await button("About").click();
  await button("By hand").click();
  await button("Back").waitFor();
  await eventually(async () => expect(await pane.getByRole("radiogroup").count()).toBe(BY_HAND.length));
  await pane.getByRole("radiogroup", { name: "Step 1", exact: true }).getByRole("radio", { name: "As expected" }).check();
  await pane.getByRole("radiogroup", { name: "Step 2", exact: true }).getByRole("radio", { name: "Otherwise" }).check();
  const lines = (await report()).split("\n");
  expect(lines.find((line) => line.includes(BY_HAND[0]!.id))).toMatch(/^as expected /);
  expect(lines.find((line) => line.includes(BY_HAND[1]!.id))).toMatch(/^otherwise /);
  expect(lines.filter((line) => line.startsWith("not tried"))).toHaveLength(BY_HAND.length - 2);
});

test.each(["Self-test", "By hand"])("the page %s has no fault that an accessibility checker finds", async (name) => {
  const { pane } = user.open;
  await button("About").click();
  await button(name).click();
  await button("Back").waitFor();
  if (name === "Self-test") {
    await button("Start").click();
    await button("Start again").waitFor({ timeout: 60_000 });
  }
  await pane.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const faults = await pane.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
  });
  expect(faults).toEqual([]);
});
