import { openExcel, type OpenExcel } from "../support/host";

/** A sheet with everything that the engine itself does not hold. */
async function furnish({ Excel }: OpenExcel): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Score");
    sheet.getRange("A4:B6").values = [
      ["Practice", "Patients"],
      ["Alder", 9000],
      ["Birch", 6000],
    ];
    sheet.tables.add("A4:B6", true).name = "tblScore";
    sheet.getRange("D5").formulas = [["=SUM( tblScore[Patients] )"]];
    sheet.getRange("B5:B6").numberFormat = [["#,##0_)"], ["#,##0_)"]];
    const edge = sheet.getRange("A4:B4").format.borders.getItem("EdgeBottom");
    edge.style = "Continuous";
    edge.weight = "Hairline";
    sheet.pageLayout.setPrintArea("A4:B6");
    sheet.pageLayout.setPrintTitleRows("4:4");
    sheet.pageLayout.orientation = "Landscape";
    context.workbook.names.add("sizes", sheet.getRange("B5:B6"), "registered patients");
    context.workbook.settings.add("scorecard", { made: true });
    const rule = sheet.getRange("A5:B6").conditionalFormats.add("Custom");
    rule.custom.rule.formula = "=$B5>7000";
    rule.custom.format.fill.color = "#F8D9B9";
    sheet.comments.add("A5", "asked for a recount");
    await context.sync();
  });
}

async function picture({ Excel }: OpenExcel): Promise<unknown> {
  return Excel.run(async (context) => {
    const { worksheets, names, settings, tables } = context.workbook;
    const sheet = worksheets.getItemOrNullObject("Score");
    tables.load("items/name");
    names.load("items/name,items/formula,items/comment");
    settings.load("items/key,items/value");
    await context.sync();
    const outside = [
      tables.items.map(({ name }) => name),
      names.items.map(({ formula }) => formula),
      settings.items.map(({ value }): unknown => value),
    ];
    if (sheet.isNullObject) return outside;
    const cells = sheet.getUsedRange();
    cells.load("address,values,formulas,numberFormat");
    const area = sheet.pageLayout.getPrintAreaOrNullObject();
    area.load("address");
    sheet.pageLayout.load("orientation");
    // eslint-disable-next-line office-addins/load-object-before-read, office-addins/call-sync-before-read -- a way, not a value
    const rules = cells.conditionalFormats;
    rules.load("items/custom/rule/formula,items/custom/format/fill/color");
    const notes = sheet.comments;
    notes.load("items/content");
    const places = notes.getItemAt(0).getLocation();
    places.load("address");
    const edges = tables.getItem("tblScore").getHeaderRowRange().format.borders.getItem("EdgeBottom");
    edges.load("weight");
    await context.sync();
    const said = rules.items.map((rule) => [rule.custom.rule.formula, rule.custom.format.fill.color]);
    const looks = [
      area.address,
      sheet.pageLayout.orientation,
      said,
      notes.items.map(({ content }) => content),
      places.address,
      edges.weight,
    ];
    return [...outside, cells.address, cells.values, cells.formulas, cells.numberFormat, ...looks];
  });
}

test("one undo takes a whole request back, one redo brings it again: sheet, table, names, print set-up and settings", async () => {
  const excel = await openExcel();
  const before = await picture(excel);
  await furnish(excel);
  const after = await picture(excel);
  expect(after).not.toEqual(before);
  excel.host.undo();
  expect(await picture(excel)).toEqual(before);
  excel.host.redo();
  expect(await picture(excel)).toEqual(after);
});

test("a saved workbook opens as it was", async () => {
  const first = await openExcel();
  await furnish(first);
  const saved = JSON.parse(JSON.stringify(first.host.exportState())) as object;
  const expected = await picture(first);
  expect(await picture(await openExcel({ data: saved }))).toEqual(expected);
});

test("what belongs to cells moves with them when rows are inserted above", async () => {
  const excel = await openExcel();
  await furnish(excel);
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Score").getRange("1:2").insert("Down");
    await context.sync();
  });
  expect(await picture(excel)).toEqual([
    ["tblScore"],
    ["=Score!$B$7:$B$8"],
    [{ made: true }],
    "Score!A6:D8",
    [
      ["Practice", "Patients", "", ""],
      ["Alder", 9000, "", 15000],
      ["Birch", 6000, "", ""],
    ],
    [
      ["Practice", "Patients", "", ""],
      ["Alder", 9000, "", "=SUM(tblScore[Patients])"],
      ["Birch", 6000, "", ""],
    ],
    [
      ["General", "General", "General", "General"],
      ["General", "#,##0_)", "General", "General"],
      ["General", "#,##0_)", "General", "General"],
    ],
    "Score!A6:B8",
    "Landscape",
    [["=$B7>7000", "#F8D9B9"]],
    ["asked for a recount"],
    "Score!A7",
    "Hairline",
  ]);
});

test("a deleted sheet takes its tables, notes and print set-up along and leaves the workbook's settings", async () => {
  const excel = await openExcel();
  await furnish(excel);
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Score").delete();
    await context.sync();
  });
  expect(await picture(excel)).toEqual([[], ["=#REF!"], [{ made: true }]]);
});

test("a request that fails half-way keeps what it did before, and is still one undo step", async () => {
  const { Excel, host } = await openExcel();
  const attempt = Excel.run(async (context) => {
    context.workbook.worksheets.add("First");
    context.workbook.worksheets.add("a/b");
    await context.sync();
  });
  await expect(attempt).rejects.toMatchObject({ code: "InvalidArgument", debugInfo: { errorLocation: "WorksheetCollection.add" } });
  const count = async (): Promise<number> =>
    Excel.run(async (context) => {
      const found = context.workbook.worksheets.getCount();
      await context.sync();
      // eslint-disable-next-line office-addins/load-object-before-read -- a method's result needs no load()
      return found.value;
    });
  expect(await count()).toBe(2);
  host.undo();
  expect(await count()).toBe(1);
});
