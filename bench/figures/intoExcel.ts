/** A scorecard written into the host by the real Office.js client: round trips, bytes, time and memory, against the ways samples write cells. */
import { alone, clocked, fromPairs, inPairs, median, type Measured, timed } from "../pairs";
import { openExcel } from "../../tests/support/host";
import { createScorecard } from "../../src/actions/createScorecard";
import { illustrativeArea } from "../../src/reference/illustrative";
import { buildScorecard } from "../../src/scorecard/build";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { layOutWorkbook } from "../../src/sheet/layout";
import type { WorkbookPlan } from "../../src/sheet/plan";

const builtOn = new Date(2026, 10, 25);

export const measure: Measured = async ({ quick }) => {
  const data = illustrativeArea();
  const plan = layOutWorkbook(buildScorecard(data, { spec, builtOn: "2026-11-25" }));
  const bare = new TextEncoder().encode(
    JSON.stringify(plan.sheets.map(({ name, rows }) => [name, rows.map((row) => row.map(({ value, formula }) => formula ?? value))])),
  ).length;

  let trips: readonly { readonly requestBytes: number }[] = [];
  const ours = async () => {
    const { host } = await openExcel();
    await createScorecard(data, { spec, builtOn });
    trips = [...host.log];
    host.close();
  };
  await ours();
  const [roundTrips, sent] = [trips.length, trips.reduce((sum, { requestBytes }) => sum + requestBytes, 0)];
  const what = "scorecard of 33 practices into the host";
  const options = { runs: quick ? 1 : 5, warmUp: 0 };
  return [
    alone({ figure: `${what}: round trips`, peer: "-", target: 3 }, "round trips", roundTrips),
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
      { figure: `${what}: time`, peer: "values only, a range and a sync for each row", target: 1.5, note: "the peer formats nothing" },
      ours,
      () => inSamples(plan, "row"),
      options,
    ),
    await inPairs(
      {
        figure: `${what}: time`,
        peer: "values only, a cell at a time, a sync for each sheet",
        target: 1.5,
        note: "the peer formats nothing",
      },
      ours,
      () => inSamples(plan, "cell"),
      options,
    ),
    await clickToReceipt(quick ? 1 : 5),
    await buildAfterBuild(quick ? 3 : 50),
    await cellsThroughTheHost(quick ? 3 : 5),
  ];

  /** With a page for each practice: the whole workbook, and how much of the time is the host's, which in Excel is Excel's own. */
  async function clickToReceipt(runs: number) {
    const pairs: [number, number][] = [];
    for (let run = quick ? 0 : -1; run < runs; run++) {
      const { host } = await openExcel();
      const took = await timed(() => createScorecard(data, { spec, builtOn, sheets: { practicePages: [...data.practices.keys()] } }));
      if (run >= 0) pairs.push([took, host.log.reduce((sum, { ms }) => sum + ms, 0)]);
      host.close();
    }
    return fromPairs(
      {
        figure: "click to receipt, 33 practices and their 33 pages",
        peer: "what the host took of it, in Excel Excel's own part",
        target: null,
      },
      "ms",
      pairs,
    );
  }

  /** The same card built again and again in one workbook: what the second build leaves in memory, and what the last one does. */
  async function buildAfterBuild(builds: number) {
    const { host } = await openExcel();
    const heap: number[] = [];
    for (let build = 0; build < builds; build++) {
      await createScorecard(data, { spec, builtOn });
      globalThis.gc?.();
      heap.push(process.memoryUsage().heapUsed / 1e6);
    }
    host.close();
    return fromPairs(
      {
        figure: `memory after ${builds} builds in one workbook, after collection, host and client included`,
        peer: "after the second build",
        target: 1.2,
      },
      "MB",
      [[heap.at(-1)!, heap[1]!]],
    );
  }
};

/** 2,500 rows of 20 columns: text, whole numbers, fractions and blanks, written and read back. */
async function cellsThroughTheHost(runs: number) {
  const values = Array.from({ length: 2500 }, (_, row) =>
    Array.from({ length: 20 }, (__, column) => [`Practice ${row}`, row * column, row / (column + 1), ""][column % 4]!),
  );
  const through = async () => {
    const { Excel, host } = await openExcel();
    const took = await clocked(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(0, 0, 2500, 20);
        range.values = values;
        await context.sync();
        range.load({ values: true });
        await context.sync();
        if (JSON.stringify(range.values) !== JSON.stringify(values)) throw new Error("What was read is not what was written.");
      }),
    );
    host.close();
    return took;
  };
  const taken: number[] = [];
  for (let run = -1; run < runs; run++) {
    const took = await through();
    if (run >= 0) taken.push(took);
  }
  return alone(
    { figure: "50,000 cells written into the host and read back, through the client", peer: "-", target: null },
    "ms",
    median(taken),
  );
}

/* eslint-disable office-addins/no-context-sync-in-loop -- the ways that are measured against */
async function inSamples(plan: WorkbookPlan, by: "row" | "cell"): Promise<void> {
  const { Excel, host } = await openExcel();
  await Excel.run(async (context) => {
    for (const { name, rows, columnWidths } of plan.sheets) {
      const sheet = context.workbook.worksheets.add(name);
      await context.sync();
      const width = columnWidths.length;
      for (const [i, row] of rows.entries()) {
        const cells = Array.from({ length: width }, (_, column) => asTyped(row[column]?.value ?? ""));
        if (by === "cell") cells.forEach((cell, column) => (sheet.getCell(i, column).values = [[cell]]));
        else {
          sheet.getRangeByIndexes(i, 0, 1, width).values = [cells];
          await context.sync();
        }
      }
      await context.sync();
    }
  });
  host.close();
}

/** Text that must stay text. */
const asTyped = (value: string | number | boolean): string | number | boolean =>
  typeof value === "string" && value !== "" ? `'${value}` : value;
