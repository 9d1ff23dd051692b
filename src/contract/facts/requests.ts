import { api, docs, onNewSheet, refusal, support, type Contract } from "../contract";

/** A promise, and how to keep it; after five seconds of silence it is kept with what stands for silence. */
function answerOrSilence<T>(silence: T): readonly [Promise<T>, (answer: T) => void] {
  let tell: (answer: T) => void = () => {};
  const told = new Promise<T>((resolve) => {
    const timer = setTimeout(() => resolve(silence), 5000);
    tell = (answer) => {
      clearTimeout(timer);
      resolve(answer);
    };
  });
  return [told, tell];
}

/** Calculating, suspending, events, requirement sets: what belongs to a request rather than to a cell. */
export const requests: readonly Contract[] = [
  {
    id: "calculation-by-hand",
    rule: "calculation",
    says: "calculated by hand, a new formula is worked out at once and those that depend on a changed cell wait until they are told to",
    source: support("change-formula-recalculation-iteration-or-precision-in-excel-73fc7dac-91cf-4d36-86e8-67124f6bcce4"),
    expected: [[20, "Manual"], [20], [30, "Automatic"]],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const { application } = context.workbook;
        const result = sheet.getRange("B1");
        application.load("calculationMode");
        await context.sync();
        const before = application.calculationMode;
        try {
          sheet.getRange("A1").values = [[2]];
          application.calculationMode = "Manual";
          result.formulas = [["=A1*10"]];
          result.load("values");
          application.load("calculationMode");
          await context.sync();
          const entered = [result.values[0]![0] as unknown, application.calculationMode];
          sheet.getRange("A1").values = [[3]];
          result.load("values");
          await context.sync();
          const waiting = [result.values[0]![0] as unknown];
          application.calculate("Full");
          application.calculationMode = "Automatic";
          result.load("values");
          application.load("calculationMode");
          await context.sync();
          return [entered, waiting, [result.values[0]![0] as unknown, application.calculationMode]];
        } finally {
          application.calculationMode = before;
          await context.sync();
        }
      }),
  },
  {
    id: "suspended-until-next-sync",
    rule: "suspending",
    says: "calculation and drawing, suspended until the next sync, go on by themselves after it",
    source: docs("excel/performance#suspend-calculation-temporarily"),
    expected: 6,
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        context.workbook.application.suspendApiCalculationUntilNextSync();
        context.workbook.application.suspendScreenUpdatingUntilNextSync();
        sheet.getRange("A1:A2").values = [[2], [4]];
        sheet.getRange("B1").formulas = [["=SUM(A1:A2)"]];
        await context.sync();
        const sum = sheet.getRange("B1");
        sum.load("values");
        await context.sync();
        return sum.values[0]![0] as unknown;
      }),
  },
  {
    id: "changes-are-told",
    rule: "events",
    says: "a change is told with its address and its kind, also when the add-in makes it",
    source: docs("excel/excel-add-ins-events"),
    expected: ["B2:C2", "RangeEdited"],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const [told, tell] = answerOrSilence<readonly string[]>(["nothing was told"]);
        sheet.onChanged.add(async ({ address, changeType }) => tell([address, changeType]));
        await context.sync();
        sheet.getRange("B2:C2").values = [[1, 2]];
        await context.sync();
        return told;
      }),
  },
  {
    id: "sheets-are-told",
    rule: "events",
    says: "a sheet that is added is told with its id",
    source: docs("excel/excel-add-ins-events"),
    expected: true,
    run: (excel) =>
      excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const [told, tell] = answerOrSilence("nothing was told");
        const listening = worksheets.onAdded.add(async ({ worksheetId }) => tell(worksheetId));
        await context.sync();
        const sheet = worksheets.add();
        sheet.load("id");
        await context.sync();
        const matches = (await told) === sheet.id;
        listening.remove();
        sheet.delete();
        await context.sync();
        return matches;
      }),
  },
  {
    id: "needed-sets-are-there",
    rule: "requirement sets",
    says: "the sets that the manifest asks for are there, where Office says which it has",
    source: docs("develop/office-versions-and-requirement-sets"),
    expected: [true, true],
    run: async () => {
      const requirements = typeof Office === "undefined" ? undefined : Office.context?.requirements;
      const has = (set: string, version: string): boolean => requirements?.isSetSupported(set, version) ?? true;
      return [has("ExcelApi", "1.9"), has("SharedRuntime", "1.1")];
    },
  },
  {
    id: "invalid-reference",
    rule: "refusals by code",
    says: "an address that is none is refused when the request is carried out, not before",
    source: docs("testing/application-specific-api-error-handling"),
    expected: "InvalidArgument",
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("not an address").values = [[1]];
        return refusal(context.sync());
      }),
  },
  {
    id: "earlier-actions-stay",
    rule: "refusals by code",
    says: "what a request did before its first refused action stays done",
    source: docs("develop/application-specific-api-model#sync"),
    expected: ["ItemNotFound", "written"],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const cell = sheet.getRange("A1");
        cell.values = [["written"]];
        context.workbook.worksheets.getItem("no such sheet").activate();
        const answer = await refusal(context.sync());
        cell.load("values");
        await context.sync();
        return [answer, cell.values[0]![0] as unknown];
      }),
  },
  {
    id: "sort-rows",
    rule: "formulas",
    says: "sorting moves whole rows: numbers before text, blanks last, and formulas keep to their row",
    source: api("excel.rangesort"),
    expected: [
      ["b", 1, 2],
      ["c", 3, 6],
      ["a", "x", "#VALUE!"],
      ["d", "", 0],
    ],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const range = sheet.getRange("A1:C4");
        range.formulas = [
          ["a", "x", "=B1*2"],
          ["d", "", "=B2*2"],
          ["c", 3, "=B3*2"],
          ["b", 1, "=B4*2"],
        ];
        range.sort.apply([{ key: 1, ascending: true }]);
        range.load("values");
        await context.sync();
        return range.values;
      }),
  },
  {
    id: "sort-by-two-keys",
    rule: "tables",
    says: "a table is sorted by several columns, downwards too, and its formulas go on naming its own rows",
    source: api("excel.tablesort"),
    expected: [
      ["north", 30, 3],
      ["north", 10, 1],
      ["south", 20, 2],
    ],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A1:B4").values = [
          ["area", "size"],
          ["south", 20],
          ["north", 10],
          ["north", 30],
        ];
        sheet.getRange("C1").values = [["tenth"]];
        const table = sheet.tables.add("A1:C4", true);
        table.getDataBodyRange().getColumn(2).formulas = [["=[@size]/10"], ["=[@size]/10"], ["=[@size]/10"]];
        table.sort.apply([
          { key: 0, ascending: true },
          { key: 1, ascending: false },
        ]);
        const body = table.getDataBodyRange();
        body.load("values");
        await context.sync();
        return body.values;
      }),
  },
];
