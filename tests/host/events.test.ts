import { openExcel, type OpenExcel } from "../support/host";

interface Told {
  readonly address?: string;
  readonly changeType?: string;
  readonly triggerSource?: string;
}

async function listening(excel: OpenExcel): Promise<Told[]> {
  const told: Told[] = [];
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").onChanged.add(async ({ address, changeType, triggerSource }) => {
      told.push({ address, changeType, triggerSource: String(triggerSource) });
    });
    await context.sync();
  });
  return told;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

test("a person's edit is told with its address", async () => {
  const excel = await openExcel();
  const told = await listening(excel);
  excel.host.model.dispatch("UPDATE_CELL", { sheetId: excel.host.model.getters.getActiveSheetId(), row: 4, col: 1, content: "5" });
  await pause();
  expect(told).toEqual([{ address: "B5", changeType: "RangeEdited", triggerSource: "Unknown" }]);
});

test("the add-in's own write is told once, with the area around it and who did it", async () => {
  const excel = await openExcel();
  const told = await listening(excel);
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("B2").values = [[1]];
    sheet.getRange("C4:D4").values = [[1, 2]];
    await context.sync();
  });
  await pause();
  expect(told).toEqual([{ address: "B2:D4", changeType: "RangeEdited", triggerSource: "ThisLocalAddin" }]);
});

test("an inserted row is told as the row it is", async () => {
  const excel = await openExcel();
  const told = await listening(excel);
  const sheetId = excel.host.model.getters.getActiveSheetId();
  excel.host.model.dispatch("ADD_COLUMNS_ROWS", {
    sheetId,
    sheetName: "Sheet1",
    dimension: "ROW",
    base: 4,
    quantity: 2,
    position: "before",
  });
  await pause();
  expect(told).toEqual([{ address: "5:6", changeType: "RowInserted", triggerSource: "Unknown" }]);
});

test("undo is told as the change it makes", async () => {
  const excel = await openExcel();
  excel.host.model.dispatch("UPDATE_CELL", { sheetId: excel.host.model.getters.getActiveSheetId(), row: 0, col: 0, content: "5" });
  const told = await listening(excel);
  excel.host.undo();
  await pause();
  expect(told).toEqual([{ address: "A1", changeType: "RangeEdited", triggerSource: "Unknown" }]);
});

test("sheets that are added, brought to the front and deleted are told", async () => {
  const excel = await openExcel();
  const told: string[] = [];
  await excel.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add(async ({ type }) => void told.push(type));
    worksheets.onActivated.add(async ({ type }) => void told.push(type));
    worksheets.onDeleted.add(async ({ type }) => void told.push(type));
    await context.sync();
    const sheet = worksheets.add("New");
    sheet.activate();
    await context.sync();
    sheet.delete();
    await context.sync();
  });
  await pause();
  expect(told).toEqual(["WorksheetAdded", "WorksheetActivated", "WorksheetActivated", "WorksheetDeleted"]);
});
