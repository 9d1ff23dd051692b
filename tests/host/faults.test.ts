import { openExcel, type OpenExcel } from "../support/host";

const write = ({ Excel }: OpenExcel, value: unknown): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[value]];
    await context.sync();
  });

const read = ({ Excel }: OpenExcel): Promise<unknown> =>
  Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
    cell.load("values");
    await context.sync();
    return cell.values[0]![0] as unknown;
  });

test("while a cell is edited every request fails, and afterwards none", async () => {
  const excel = await openExcel();
  excel.host.faults.editMode = true;
  await expect(write(excel, 1)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  excel.host.faults.editMode = false;
  await write(excel, 2);
  expect(await read(excel)).toBe(2);
});

test("the second request from now can be told to fail with any code, before it changes anything", async () => {
  const excel = await openExcel();
  excel.host.faults.fail({ request: 2, code: "GeneralException" });
  await write(excel, 1);
  await expect(write(excel, 2)).rejects.toMatchObject({ code: "GeneralException" });
  expect(await read(excel)).toBe(1);
});

test("a request can fail half-way: at the latest at its last action", async () => {
  const excel = await openExcel();
  excel.host.faults.fail({ request: 1, code: "AccessDenied", afterActions: 1000 });
  const twoWrites = excel.Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
    cell.values = [["first"]];
    cell.values = [["second"]];
    await context.sync();
  });
  await expect(twoWrites).rejects.toMatchObject({ code: "AccessDenied" });
  expect(await read(excel)).toBe("first");
});

test("a request of more than 5 MB is refused as on the web", async () => {
  const excel = await openExcel();
  excel.host.faults.limitPayloadAsOnTheWeb();
  const tooMuch = excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1:A200").values = Array.from({ length: 200 }, () => ["x".repeat(30_000)]);
    await context.sync();
  });
  await expect(tooMuch).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
  await write(excel, "small");
  expect(await read(excel)).toBe("small");
});

test("a stalled host answers when it is resumed", async () => {
  const excel = await openExcel();
  excel.host.faults.stall();
  let done = false;
  const writing = write(excel, 3).then(() => (done = true));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(done).toBe(false);
  excel.host.faults.resume();
  await writing;
  expect(await read(excel)).toBe(3);
});

test("each round trip is logged with its size and, where refused, its code", async () => {
  const excel = await openExcel();
  await write(excel, 1);
  excel.host.faults.fail({ request: 1, code: "AccessDenied" });
  await write(excel, 2).catch(() => {});
  const trips = excel.host.log.filter(({ requestBytes }) => requestBytes > 300);
  expect(trips.map(({ error }) => error)).toEqual([undefined, "AccessDenied"]);
  expect(trips.every(({ ms, responseBytes }) => ms > 0 && responseBytes > 0)).toBe(true);
});

test("a request can arrive twice, as when its first answer was lost", async () => {
  const { host, Excel } = await openExcel();
  host.faults.arriveTwice(1);
  const adding = Excel.run(async (context) => {
    context.workbook.worksheets.add("Once only");
    await context.sync();
  });
  // The second time the name is taken, and that is what the add-in hears; the sheet is there once.
  await expect(adding).rejects.toMatchObject({ code: "ItemAlreadyExists" });
  expect(host.model.getters.getSheetIds().map((id) => host.model.getters.getSheetName(id))).toEqual(["Sheet1", "Once only"]);
});

test("a workbook can turn read-only: it can be looked at, and every change is refused", async () => {
  const excel = await openExcel();
  await write(excel, 1);
  excel.host.faults.readOnly = true;
  expect(await read(excel)).toBe(1);
  await expect(write(excel, 2)).rejects.toMatchObject({ code: "AccessDenied" });
  const remembering = excel.Excel.run(async (context) => {
    context.workbook.settings.add("key", 1);
    await context.sync();
  });
  await expect(remembering).rejects.toMatchObject({ code: "AccessDenied" });
  excel.host.faults.readOnly = false;
  await write(excel, 3);
  expect(await read(excel)).toBe(3);
});

test("a sheet can be lost between two syncs", async () => {
  const { host, Excel } = await openExcel();
  const working = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Mine");
    await context.sync();
    host.faults.meanwhile(1, () => host.loseSheet("Mine"));
    sheet.getRange("A1").values = [[1]];
    await context.sync();
  });
  await expect(working).rejects.toMatchObject({ code: "ItemNotFound" });
  expect(host.model.getters.getSheetIds()).toHaveLength(1);
});
