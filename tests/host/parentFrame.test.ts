import { openFrame, type OpenFrame } from "../support/hostFrame";
import { contracts } from "../../src/contract/contracts";

let open: OpenFrame;
beforeAll(async () => {
  open = await openFrame();
}, 30_000);
afterAll(() => open.close());

/** Waits for what another window will do in its own time. */
async function until(done: () => boolean): Promise<void> {
  for (let left = 500; left > 0 && !done(); left--) await new Promise((resolve) => setTimeout(resolve, 10));
}

test("office.js takes the page around it for Excel on the web", async () => {
  const info = await open.page.Office.onReady();
  expect(info.host).toBe("Excel");
  expect(info.platform).toBe("OfficeOnline");
});

test("requirement sets are the ones the host declares", async () => {
  const { requirements } = open.page.Office.context;
  expect(requirements.isSetSupported("ExcelApi", "1.9")).toBe(true);
  expect(requirements.isSetSupported("SharedRuntime", "1.1")).toBe(true);
  expect(requirements.isSetSupported("ExcelApi", "1.99")).toBe(false);
});

test("a host may declare fewer", async () => {
  const old = await openFrame({}, { ExcelApi: "1.1" });
  expect(old.page.Office.context.requirements.isSetSupported("ExcelApi", "1.9")).toBe(false);
  old.close();
}, 30_000);

test("a ribbon button runs the function of its command", async () => {
  const ran: string[] = [];
  open.page.Office.actions.associate("buildScorecard", (event: Office.AddinCommands.Event) => {
    ran.push("buildScorecard");
    event.completed();
  });
  expect(open.frame.runCommand("command1", "buildScorecard")).toBe(true);
  await until(() => ran.length > 0);
  expect(ran).toEqual(["buildScorecard"]);
});

test("events reach the page", async () => {
  const told: string[] = [];
  await open.page.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").onChanged.add(async ({ address }) => void told.push(address));
    await context.sync();
  });
  open.host.model.dispatch("UPDATE_CELL", { sheetId: open.host.model.getters.getActiveSheetId(), row: 1, col: 1, content: "5" });
  await until(() => told.length > 0);
  expect(told).toEqual(["B2"]);
});

describe("over this transport too", () => {
  test.each(contracts.map((contract) => [contract.says, contract] as const))("%s", async (_says, contract) => {
    expect(await contract.run(open.page.Excel)).toEqual(contract.expected);
  });
});

test("functions are called by way of this transport too, once office.js has started them", async () => {
  const metadata = { functions: [{ id: "PER", name: "PER", parameters: [{ name: "a" }, { name: "b" }] }] };
  const frame = await openFrame({
    functions: { namespace: "FRAME", metadata, find: (id) => mappings()[id] as () => unknown, route: "wire" },
  });
  const mappings = (): Record<string, unknown> =>
    (frame.page.CustomFunctions as unknown as { _association: { mappings: Record<string, unknown> } })._association.mappings;
  frame.page.CustomFunctions.associate("PER", (a: number, b: number) => a / b);
  const value = (): unknown => frame.host.model.getters.getEvaluatedCell({ sheetId: "sheet1", col: 0, row: 0 }).value;
  frame.host.model.dispatch("UPDATE_CELL", { sheetId: "sheet1", col: 0, row: 0, content: "=FRAME.PER(6000,3)" });
  expect(value()).toBe("#BUSY!");
  frame.host.functionsReady();
  await until(() => value() === 2000);
  expect(value()).toBe(2000);
  frame.close();
}, 30_000);
