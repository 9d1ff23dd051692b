// A method's result and a null object need no load(); the rule takes them for properties.
/* eslint-disable office-addins/load-object-before-read */
import { api, assumed, docs, issue, onNewSheet, refusal, support, type Contract } from "../contract";

const addressOf = async (range: Excel.Range, context: Excel.RequestContext): Promise<string | undefined> => {
  range.load("address");
  await context.sync();
  return range.address.split("!")[1];
};

/** Sheets, names, settings, protection, print set-up. */
export const sheets: readonly Contract[] = [
  {
    id: "sheet-not-found",
    rule: "refusals by code",
    says: "a sheet that is not there is ItemNotFound, or a null object if so asked",
    source: docs("develop/application-specific-api-model#ornullobject-methods-and-properties"),
    expected: ["ItemNotFound", true],
    run: (excel) =>
      excel.run(async (context) => {
        const none = context.workbook.worksheets.getItemOrNullObject("no such sheet");
        await context.sync();
        context.workbook.worksheets.getItem("no such sheet").activate();
        return [await refusal(context.sync()), none.isNullObject];
      }),
  },
  {
    id: "sheet-name-taken",
    rule: "names and sheet names",
    says: "two sheets cannot have one name, whatever the case of its letters",
    source: docs("testing/application-specific-api-error-handling"),
    expected: "ItemAlreadyExists",
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.name = "Contract sheet";
        context.workbook.worksheets.add("CONTRACT SHEET");
        return refusal(context.sync());
      }),
  },
  {
    id: "sheet-name-rules",
    rule: "names and sheet names",
    says: "a sheet's name has 1 to 31 characters, none of : \\ / ? * [ ], no apostrophe at the ends, and is not History",
    source: support("rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9"),
    expected: ["a:b", "a\\b", "a/b", "a?b", "a*b", "[a]", "'a", "History", "x".repeat(32)].map(() => "InvalidArgument"),
    run: (excel) =>
      excel.run(async (context) => {
        const answers: string[] = [];
        for (const name of ["a:b", "a\\b", "a/b", "a?b", "a*b", "[a]", "'a", "History", "x".repeat(32)]) {
          context.workbook.worksheets.add(name);
          // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each name is tried by itself
          answers.push(await refusal(context.sync()));
        }
        return answers;
      }),
  },
  {
    id: "new-sheet-is-last-and-behind",
    rule: "names and sheet names",
    says: "a new sheet is the last one and does not come to the front",
    source: api("excel.worksheetcollection#excel-excel-worksheetcollection-add-member(1)"),
    expected: [true, false],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const count = context.workbook.worksheets.getCount();
        const active = context.workbook.worksheets.getActiveWorksheet();
        active.load("id");
        sheet.load("id,position");
        await context.sync();
        return [sheet.position === count.value - 1, active.id === sheet.id];
      }),
  },
  {
    id: "very-hidden-cannot-be-deleted",
    rule: "refusals by code",
    says: "a very hidden sheet cannot be deleted",
    source: api("excel.worksheet#excel-excel-worksheet-delete-member(1)"),
    expected: "InvalidOperation",
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.visibility = "VeryHidden";
        await context.sync();
        sheet.delete();
        const answer = await refusal(context.sync());
        sheet.visibility = "Visible";
        await context.sync();
        return answer;
      }),
  },
  {
    id: "freeze-at",
    rule: "printing and panes",
    says: "freezeAt freezes all rows and columns of the range; the location says so",
    source: api("excel.worksheetfreezepanes#excel-excel-worksheetfreezepanes-freezeat-member(1)"),
    expected: "A1:B3",
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
        return addressOf(sheet.freezePanes.getLocationOrNullObject(), context);
      }),
  },
  {
    id: "freeze-across-merge",
    rule: "printing and panes",
    says: "merged cells do not hinder freezing",
    source: assumed("Excel freezes through merged cells"),
    expected: "A:A",
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A1:D1").merge();
        sheet.freezePanes.freezeColumns(1);
        return addressOf(sheet.freezePanes.getLocationOrNullObject(), context);
      }),
  },
  {
    id: "print-setup-comes-back",
    rule: "printing and panes",
    says: "print set-up reads as it was set, margins in points",
    source: docs("excel/excel-add-ins-worksheets#page-layout-and-print-settings"),
    expected: ["Landscape", "A3", 36, { horizontalFitToPages: 1 }, "A1:C9", "2:3", "Page &P"],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const { pageLayout } = sheet;
        pageLayout.orientation = "Landscape";
        pageLayout.paperSize = "A3";
        pageLayout.setPrintMargins("Inches", { left: 0.5 });
        pageLayout.zoom = { horizontalFitToPages: 1 };
        pageLayout.setPrintArea("A1:C9");
        pageLayout.setPrintTitleRows("$2:$3");
        pageLayout.headersFooters.defaultForAllPages.centerFooter = "Page &P";
        pageLayout.load("orientation,paperSize,leftMargin,zoom,headersFooters/defaultForAllPages/centerFooter");
        const area = pageLayout.getPrintArea();
        const titles = pageLayout.getPrintTitleRowsOrNullObject();
        area.load("address");
        titles.load("address");
        await context.sync();
        return [
          pageLayout.orientation,
          pageLayout.paperSize,
          pageLayout.leftMargin,
          pageLayout.zoom,
          area.address.split("!")[1],
          titles.address.split("!")[1],
          pageLayout.headersFooters.defaultForAllPages.centerFooter,
        ];
      }),
  },
  {
    id: "protected-cells-refuse",
    rule: "protection",
    says: "locked cells of a protected sheet refuse changes, unlocked ones do not",
    source: docs("excel/excel-add-ins-worksheets#data-protection"),
    expected: ["AccessDenied", "accepted"],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("B1").format.protection.locked = false;
        sheet.protection.protect();
        await context.sync();
        sheet.getRange("A1").values = [[1]];
        const locked = await refusal(context.sync());
        sheet.getRange("B1").values = [[1]];
        return [locked, await refusal(context.sync())];
      }),
  },
  {
    id: "protect-twice",
    rule: "protection",
    says: "protecting a protected sheet is refused",
    source: issue(6784),
    expected: "AccessDenied",
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.protection.protect();
        await context.sync();
        sheet.protection.protect();
        return refusal(context.sync());
      }),
  },
  {
    id: "names-of-ranges",
    rule: "names and sheet names",
    says: "a name has its range's address, works in formulas, and is found again",
    source: docs("excel/excel-add-ins-ranges-set-get-selected-range"),
    expected: ["Range", "=$B$2:$B$3", 3],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("B2:B3").values = [[1], [2]];
        const name = context.workbook.names.add("contract_sizes", sheet.getRange("B2:B3"));
        const cell = sheet.getRange("D1");
        cell.formulas = [["=SUM(contract_sizes)"]];
        name.load("type,formula");
        cell.load("values");
        await context.sync();
        const { type, formula } = name;
        name.delete();
        await context.sync();
        return [type, `=${formula.split("!")[1]!}`, cell.values[0]![0]];
      }),
  },
  {
    id: "names-of-constants",
    rule: "names and sheet names",
    says: "a name may stand for a number, and formulas follow when it changes",
    source: api("excel.nameditemcollection#excel-excel-nameditemcollection-add-member(1)"),
    expected: [3.92, 6.18],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const name = context.workbook.names.add("contract_z", "=1.96");
        const cell = sheet.getRange("A1");
        cell.formulas = [["=contract_z*2"]];
        cell.load("values");
        await context.sync();
        const before = cell.values[0]![0] as unknown;
        name.formula = "=3.09";
        cell.load("values");
        await context.sync();
        const after = cell.values[0]![0] as unknown;
        name.delete();
        await context.sync();
        return [before, after];
      }),
  },
  {
    id: "name-rules",
    rule: "names and sheet names",
    says: "a name that is a cell's address is refused, one that is taken already exists",
    source: support("names-in-formulas-fc2935f9-115d-4bef-a370-3aa8bb4c91f1"),
    expected: ["InvalidArgument", "ItemAlreadyExists"],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        context.workbook.names.add("QOF2025", sheet.getRange("A1"));
        const address = await refusal(context.sync());
        const name = context.workbook.names.add("contract_twice", sheet.getRange("A1"));
        await context.sync();
        context.workbook.names.add("Contract_Twice", sheet.getRange("A2"));
        const taken = await refusal(context.sync());
        name.delete();
        await context.sync();
        return [address, taken];
      }),
  },
  {
    id: "settings-keep-json",
    rule: "what the file keeps",
    says: "a setting keeps any JSON value, and add replaces",
    source: api("excel.settingcollection"),
    expected: [{ a: [1, "x", null] }, true],
    run: (excel) =>
      excel.run(async (context) => {
        const { settings } = context.workbook;
        settings.add("contract.key", "first");
        const setting = settings.add("contract.key", { a: [1, "x", null] });
        setting.load("value");
        const none = settings.getItemOrNullObject("contract.none");
        await context.sync();
        const value: unknown = setting.value;
        setting.delete();
        await context.sync();
        return [value, none.isNullObject];
      }),
  },
  {
    id: "custom-xml-by-namespace",
    rule: "what the file keeps",
    says: "a custom XML part is found by its namespace",
    source: docs("excel/excel-add-ins-workbooks#add-custom-xml-data-to-the-workbook"),
    expected: '<a xmlns="urn:contract">1</a>',
    run: (excel) =>
      excel.run(async (context) => {
        const part = context.workbook.customXmlParts.add('<a xmlns="urn:contract">1</a>');
        const xml = context.workbook.customXmlParts.getByNamespace("urn:contract").getOnlyItem().getXml();
        await context.sync();
        part.delete();
        await context.sync();
        return xml.value;
      }),
  },
];
