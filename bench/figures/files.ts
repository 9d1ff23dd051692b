/** The .xlsx of one area and of many, against the writer library alone writing the same cells. */
import { Workbook } from "@cj-tech-master/excelts";
import { inPairs, type Measured } from "../pairs";
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
  ];
};

async function bare(plan: WorkbookPlan): Promise<unknown> {
  const workbook = new Workbook();
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
