/** Never touches what it did not make: workbooks of all kinds before and after each action; only our own sheets differ. */
import { createScorecard } from "../../src/actions/createScorecard";
import { insertLocalData } from "../../src/actions/localData";
import { prepareForSharing } from "../../src/actions/prepareForSharing";
import { removeScorecard } from "../../src/actions/removeScorecard";
import { openExcel, type OpenExcel } from "../support/host";
import { smallArea, smallRequest } from "./smallArea";
import { Dice, Findings, record, times } from "./torture";
import { difference } from "./workbookState";

interface Exported {
  readonly sheets: readonly (Record<string, unknown> & { readonly id: string })[];
  readonly hostExtras: Readonly<Record<string, unknown>>;
  readonly [dictionary: string]: unknown;
}

/** A sheet with all that belongs to it, looks spelled out: their numbers change with every style that is new in the workbook. */
function sheetsOf({ host }: OpenExcel): ReadonlyMap<string, string> {
  const state = JSON.parse(JSON.stringify(host.exportState())) as Exported;
  const spelled = (zones: unknown, dictionary: string) =>
    Object.entries((zones ?? {}) as Record<string, number>).map(([zone, id]) => [zone, (state[dictionary] as Record<number, unknown>)[id]]);
  return new Map(
    state.sheets.map((sheet) => [
      sheet.id,
      JSON.stringify([
        {
          ...sheet,
          styles: spelled(sheet["styles"], "styles"),
          formats: spelled(sheet["formats"], "formats"),
          borders: spelled(sheet["borders"], "borders"),
        },
        Object.entries(state.hostExtras).filter(([key]) => key.includes(sheet.id)),
      ]),
    ]),
  );
}

const outside = ({ host }: OpenExcel): string => {
  const { hostExtras } = host.exportState() as unknown as Exported;
  return JSON.stringify(Object.entries(hostExtras).filter(([key]) => /^setting\|\|(?!gpScorecard)|^name\|\|(?!scorecard_)/i.test(key)));
};

/** A workbook as people have them. */
async function anyWorkbook(dice: Dice): Promise<OpenExcel> {
  const excel = await openExcel();
  const names = [
    "Scorecard",
    "Data",
    "Methods",
    "Local data",
    "Scorecard being built",
    "O Brien & Co",
    "Budget 25-26",
    "Données",
    "Sheet (2)",
  ];
  await excel.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const chosen = dice.some(names, 0.4);
    for (const [i, name] of chosen.entries()) {
      const sheet = worksheets.add(name);
      const top = dice.number(5);
      const rows = Array.from({ length: 2 + dice.number(4) }, (_, r) => [
        r === 0 ? "Visit" : r * dice.number(99),
        r === 0 ? "Notes" : dice.one(["'=1+1", "May 2024", "X00001", "'00123", 45992]),
      ]);
      const range = sheet.getRangeByIndexes(top, dice.number(4), rows.length, 2);
      range.values = rows;
      if (dice.chance(0.5)) range.format.fill.color = dice.one(["#FFCC00", "#00AA55"]);
      if (dice.chance(0.3)) range.numberFormat = rows.map(() => ["0.00", "dd/mm/yyyy"]);
      if (dice.chance(0.4)) sheet.tables.add(range, true).name = dice.one(["ScorecardData", "Visits", "tblOwn"]) + String(i);
      else if (dice.chance(0.5)) sheet.getRange("J1:K2").merge();
      if (dice.chance(0.4)) sheet.getRange("M1").formulas = [[dice.one(["=SUM(A1:D9)", "=TODAY()", '=IF(A1="",1,2)', "=Sheet1!A1"])]];
      if (dice.chance(0.3)) context.workbook.names.add(`own_${i}`, range);
      if (dice.chance(0.3)) sheet.freezePanes.freezeRows(1);
      if (dice.chance(0.2)) sheet.pageLayout.orientation = "Landscape";
      if (dice.chance(0.2)) sheet.visibility = dice.one(["Hidden", "VeryHidden"]);
      if (dice.chance(0.3)) sheet.protection.protect();
    }
    if (dice.chance(0.3)) context.workbook.settings.add("other.addin", { made: true });
    await context.sync();
  });
  return excel;
}

const actions: Readonly<Record<string, () => Promise<unknown>>> = {
  create: () => createScorecard(smallArea(2), smallRequest),
  refresh: () => createScorecard(smallArea(3), smallRequest),
  "local data": () => insertLocalData(smallArea(2)),
  share: () => prepareForSharing({ ownSheets: true }),
  remove: () => removeScorecard(),
};

it("leaves every other sheet, name, table and setting as it was", async () => {
  const findings = new Findings();
  const workbooks = times(2, 1000);
  for (let n = 0; n < workbooks; n++) {
    const excel = await anyWorkbook(new Dice("any workbook", n));
    const before = sheetsOf(excel);
    const around = outside(excel);
    for (const [name, act] of Object.entries(actions)) {
      const failed = await act().then(
        () => null,
        (error: unknown) => error,
      );
      if (failed) findings.note(`workbook ${n}, ${name}`, String(failed));
      const after = sheetsOf(excel);
      for (const [id, sheet] of before)
        if (after.get(id) !== sheet) findings.note(`workbook ${n}, ${name}`, difference(sheet, after.get(id) ?? "gone"));
      if (outside(excel) !== around) findings.note(`workbook ${n}, ${name}`, difference(around, outside(excel)));
    }
  }
  record("never-touches", { workbooks, actions: workbooks * Object.keys(actions).length, touched: findings.found.length });
  expect(findings.found).toEqual([]);
});
