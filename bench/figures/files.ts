/** The .xlsx of one area and of many, against the writer library alone writing the same cells. */
import { Workbook } from "@cj-tech-master/excelts";
import { inPairs, median, type Measured, timed, unmeasured } from "../pairs";
import { illustrativeArea } from "../../src/reference/illustrative";
import { buildScorecard } from "../../src/scorecard/build";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { layOutWorkbook } from "../../src/sheet/layout";
import type { WorkbookPlan } from "../../src/sheet/plan";
import { fileFormula } from "../../src/xlsx/fileFormula";
import { writeWorkbook } from "../../src/xlsx/writeWorkbook";

export const measure: Measured = async ({ quick }) => {
  const data = illustrativeArea();
  const ours = () => writeWorkbook(layOutWorkbook(buildScorecard(data, { spec, builtOn: "2026-11-25" })));
  const plan = layOutWorkbook(buildScorecard(data, { spec, builtOn: "2026-11-25" }));
  const areas = quick ? 2 : 106;
  const many = async (one: () => Promise<unknown>) => {
    for (let area = 0; area < areas; area++) await one();
  };
  const peer = "the writer library alone: the same values and formulas in cells, no styles, tables or names";
  return [
    await inPairs({ figure: ".xlsx of one area, from data to bytes", peer, target: 1.5 }, ours, () => bare(plan), {
      runs: quick ? 5 : 11,
      warmUp: 1,
    }),
    await inPairs(
      { figure: `.xlsx of ${areas} areas`, peer, target: 1.5 },
      () => many(ours),
      () => many(() => bare(plan)),
      { runs: quick ? 1 : 5, warmUp: 0 },
    ),
    await againstExcelJs(),
  ];

  /** Its tree is large and old, so that it is not installed here: measured where it is found (`npm install --no-save exceljs`). */
  async function againstExcelJs() {
    const described = { figure: ".xlsx of one area, from data to bytes", peer: "exceljs writing the same cells without us", target: 1.5 };
    const found = (await import(["excel", "js"].join("")).catch(() => null)) as { readonly Workbook: typeof Workbook } | null;
    const options = { runs: quick ? 3 : 11, warmUp: 1 };
    if (found) return inPairs(described, ours, () => bare(plan, new found.Workbook()), options);
    return unmeasured(described, "ms", median([await timed(ours), await timed(ours), await timed(ours)]), "exceljs was not found here");
  }
};

async function bare(plan: WorkbookPlan, workbook = new Workbook()): Promise<unknown> {
  for (const { name, rows } of plan.sheets) {
    const sheet = workbook.addWorksheet(name);
    rows.forEach((row, r) =>
      row.forEach(({ value, formula }, c) => {
        sheet.getCell(r + 1, c + 1).value =
          formula === undefined ? value : { formula: fileFormula(formula, undefined), result: value ?? "" };
      }),
    );
  }
  return workbook.xlsx.writeBuffer();
}
