/** A scorecard written into the host by the real Office.js client: round trips, bytes and time, against the ways samples write cells. */
import { alone, fromPairs, inPairs, type Measured } from "../pairs";
import { openExcel } from "../../tests/support/host";
import { createScorecard } from "../../src/actions/createScorecard";
import { illustrativeArea } from "../../src/reference/illustrative";
import { buildScorecard } from "../../src/scorecard/build";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { layOutWorkbook } from "../../src/sheet/layout";
import type { WorkbookPlan } from "../../src/sheet/plan";

export const measure: Measured = async ({ quick }) => {
  const data = illustrativeArea();
  const plan = layOutWorkbook(buildScorecard(data, { spec, builtOn: "2026-11-25" }));
  const bare = new TextEncoder().encode(
    JSON.stringify(plan.sheets.map(({ name, rows }) => [name, rows.map((row) => row.map(({ value, formula }) => formula ?? value))])),
  ).length;

  let trips: readonly { readonly requestBytes: number }[] = [];
  const ours = async () => {
    const { host } = await openExcel();
    await createScorecard(data, { spec, builtOn: new Date(2026, 10, 25) });
    trips = [...host.log];
  };
  await ours();
  const sent = trips.reduce((sum, { requestBytes }) => sum + requestBytes, 0);
  const what = "scorecard of 33 practices into the host";
  return [
    alone({ figure: `${what}: round trips`, peer: "-", target: 3 }, "round trips", trips.length),
    fromPairs(
      {
        figure: `${what}: bytes sent, with every format, table, name and print setting`,
        peer: "the bare values and formulas as JSON",
        target: 1.5,
      },
      "bytes",
      [[sent, bare]],
    ),
    await inPairs(
      {
        figure: `${what}: time`,
        peer: "values only, a range and a sync for each row, as samples write",
        target: 1.5,
        note: "the peer formats nothing",
      },
      ours,
      () => blockByBlock(plan),
      { runs: quick ? 1 : 5, warmUp: 0 },
    ),
  ];
};

/* eslint-disable office-addins/no-context-sync-in-loop -- the way that is measured against */
async function blockByBlock(plan: WorkbookPlan): Promise<void> {
  const { Excel } = await openExcel();
  await Excel.run(async (context) => {
    for (const { name, rows, columnWidths } of plan.sheets) {
      const sheet = context.workbook.worksheets.add(name);
      await context.sync();
      const width = columnWidths.length;
      for (const [i, row] of rows.entries()) {
        const cells = Array.from({ length: width }, (_, column) => row[column]?.value ?? "");
        sheet.getRangeByIndexes(i, 0, 1, width).values = [
          cells.map((cell) => (typeof cell === "string" && cell !== "" ? `'${cell}` : cell)),
        ];
        await context.sync();
      }
    }
  });
}
