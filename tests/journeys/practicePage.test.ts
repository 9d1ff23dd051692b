import { writeWorkbook } from "../../src/excel/writeWorkbook";
import { illustrativeArea } from "../../src/reference/illustrative";
import { buildScorecard } from "../../src/scorecard/build";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { cellRef } from "../../src/sheet/a1";
import { layOutWorkbook, practiceSheet, withSheets } from "../../src/sheet/layout";
import { openExcel } from "../support/host";
import { readHost } from "../support/readHost";

/** A practice's page in the open workbook: does the workbook's own engine get what the core worked out? */
const model = buildScorecard(illustrativeArea(), { spec, builtOn: "2026-11-22" });
const sheets = withSheets(["X00012", "X00019"].map(practiceSheet));

it("calculates every formula of the page to what the core worked out", async () => {
  const { Excel } = await openExcel();
  await writeWorkbook({ wanted: () => sheets, plan: (wanted) => ({ plan: layOutWorkbook(model, wanted), imprint: null }) });
  const there = (await readHost(Excel)).sheets;
  for (const planned of layOutWorkbook(model, sheets).sheets.filter(({ key }) => key.startsWith("practice:"))) {
    const { cells } = there.find(({ name }) => name === planned.name)!;
    const formulas = planned.rows.flatMap((row, r) =>
      row.flatMap((cell, c) => (cell.formula === undefined ? [] : [{ cell, ref: cellRef(r, c) }])),
    );
    const differing = formulas.filter(({ cell: { value }, ref }) => {
      const found = cells.get(ref)?.value ?? "";
      return typeof value === "number" && typeof found === "number"
        ? Math.abs(found - value) > 1e-9 * Math.max(1, Math.abs(value))
        : found !== (value ?? "");
    });
    expect(formulas.length).toBeGreaterThan(500);
    expect(differing.map(({ cell, ref }) => [ref, cell.value, cells.get(ref)?.value ?? "", cell.formula])).toEqual([]);
  }
});
