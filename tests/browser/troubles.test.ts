/** What a person is told when Excel refuses: what happened, what it means for the workbook, what to do. A picture of each goes to out/troubles. */
import { axeFaults } from "../support/axe";
import { picturesIn } from "../support/pictures";
import { workbenchForTests } from "../support/workbenchUser";

const user = workbenchForTests();
const picture = picturesIn("troubles");

interface HostFaults {
  editMode: boolean;
  readOnly: boolean;
  readonly fail: (fault: { request: number; code: string; message?: string }) => void;
  readonly clear: () => void;
}

/** Sets the host to refuse the way Excel does. */
const refuse = (trouble: { readonly set?: "editMode" | "readOnly"; readonly code?: string; readonly message?: string }): Promise<void> =>
  user.open.page.evaluate(({ set, code, message }) => {
    const { faults } = (window as unknown as { workbench: { host: { faults: HostFaults } } }).workbench.host;
    if (set !== undefined) faults[set] = true;
    if (code !== undefined) faults.fail({ request: 1, code, ...(message === undefined ? {} : { message }) });
  }, trouble);
const relent = (): Promise<void> =>
  user.open.page.evaluate(() => (window as unknown as { workbench: { host: { faults: HostFaults } } }).workbench.host.faults.clear());

const troubles = [
  [
    "a cell is being edited",
    { code: "InvalidOperationInCellEditMode" },
    /waiting for a cell to be finished/,
    /Enter, or leave it with Esc/,
  ],
  ["the workbook is protected", { code: "AccessDenied" }, /workbook or sheet is protected/, /Unprotect Workbook/],
  ["the workbook is for reading only", { set: "readOnly" }, /open for reading only/, /Enable Editing/],
  [
    "somebody else changed it at the same moment",
    { code: "InvalidOperation" },
    /Somebody else changed the workbook/,
    /Their change is kept/,
  ],
  ["a sheet is gone", { code: "ItemNotFound" }, /sheet that was there is gone/, /Build the scorecard again/],
  ["it is too much for Excel on the web", { code: "RequestPayloadSizeLimitExceeded" }, /more than Excel on the web takes/, /fewer sheets/],
  [
    "there is no room left",
    { code: "GeneralException", message: "The quota is exceeded." },
    /no room left in this workbook/,
    /new workbook/,
  ],
  ["Excel is too old", { code: "ApiNotFound" }, /too old/, /Excel 2021/],
  ["Excel is busy", { code: "ActivityLimitReached" }, /Excel is busy/, /Wait for a minute/],
  ["another workbook is in front", { code: "InactiveWorkbook" }, /Another workbook is in front/, /Click into the workbook/],
  ["something that has no words of its own", { code: "GeneralException" }, /Excel could not do this/, /Try again/],
] as const;

test("every refusal has its own words, leaves the workbook as it was, and after it Try again builds", async () => {
  const { page, pane } = user.open;
  const before = await user.sheetNames();
  await pane.getByRole("button", { name: "Show me the made-up area" }).click();
  await pane.getByText("New sheets are added").waitFor();
  const wrong: string[] = [];
  for (const [name, trouble, happened, todo] of troubles) {
    await refuse(trouble);
    await pane.getByRole("button", { name: "Build scorecard" }).click();
    const card = pane.getByRole("alert");
    await card.getByRole("heading", { name: happened }).waitFor();
    const said = await card.innerText();
    if (!todo.test(said)) wrong.push(`${name}: what to do is not said: ${said}`);
    if (!said.includes("The workbook is as it was before.")) wrong.push(`${name}: what it means is not said: ${said}`);
    if (/error|failed|undefined|!/i.test(said)) wrong.push(`${name}: not in a person's words: ${said}`);
    await picture(page, name, "iframe#pane");
    wrong.push(...(await axeFaults(pane)).map((fault) => `${name}: ${fault}`));
    await card.locator("summary").click();
    if (!(await card.locator("pre").innerText()).includes('"kind": "host"')) wrong.push(`${name}: no details to copy`);
    await relent();
    expect([name, await user.sheetNames()]).toEqual([name, before]);
  }
  expect(wrong).toEqual([]);
  await pane.getByRole("button", { name: "Try again" }).click();
  await pane.getByRole("heading", { level: 1, name: "The scorecard is in your workbook" }).waitFor();
});
