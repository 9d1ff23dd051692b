/** How cost grows with size: the fitted exponent, 1 where twice as much costs twice as much. */
import { file, practiceCode, prevalence } from "../made";
import { alone, exponent, median, timed, type Measured } from "../pairs";
import { illustrativeArea } from "../../src/reference/illustrative";
import type { ReferenceData } from "../../src/reference/model";
import { readReferenceData } from "../../src/reference/read";
import { buildScorecard } from "../../src/scorecard/build";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { layOutWorkbook } from "../../src/sheet/layout";

export const measure: Measured = async ({ quick }) => {
  const sizes = quick ? [33, 330, 990] : [33, 330, 3300, 6300];
  const build: [number, number][] = [];
  const memory: [number, number][] = [];
  for (const practices of sizes) {
    const data = practicesOfEngland(practices);
    const work = () => layOutWorkbook(buildScorecard(data, { spec, builtOn: "2026-11-25" }));
    work();
    const times: number[] = [];
    for (let run = 0; run < (practices < 500 ? 7 : 3); run++) times.push(await timed(work));
    build.push([practices, median(times)]);
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const plan = work();
    globalThis.gc?.();
    memory.push([practices, process.memoryUsage().heapUsed - before]);
    if (plan.sheets.length === 0) throw new Error("nothing was laid out");
  }
  const reading: [number, number][] = [];
  for (const times of quick ? [1, 10] : [1, 10, 100]) {
    const files = [file("PREVALENCE_2223.csv", prevalence(640 * times))];
    const area = { name: "27", practiceCodes: Array.from({ length: 27 }, (_, i) => practiceCode(i)) };
    await readReferenceData(files, { area });
    const taken = [];
    for (let run = 0; run < 3; run++) taken.push(await timed(() => readReferenceData(files, { area })));
    reading.push([640 * times, median(taken)]);
  }
  const told = (points: readonly (readonly [number, number])[], unit: string, scale = 1) =>
    points.map(([size, cost]) => `${size.toLocaleString("en-GB")}: ${(cost / scale).toFixed(0)} ${unit}`).join(", ");
  const list = sizes.map((size) => size.toLocaleString("en-GB")).join(", ");
  return [
    alone(
      { figure: `growth of build time (model and plan), ${list} practices`, peer: "-", target: 1.1, note: told(build, "ms") },
      "exponent",
      exponent(build),
    ),
    alone(
      { figure: `growth of the plan's memory, the same`, peer: "-", target: 1.1, note: told(memory, "MB", 1e6) },
      "exponent",
      exponent(memory),
    ),
    alone(
      {
        figure: `growth of import time, prevalence of ${reading.map(([size]) => size.toLocaleString("en-GB")).join(", ")} practices`,
        peer: "-",
        target: 1.1,
        note: told(reading, "ms"),
      },
      "exponent",
      exponent(reading),
    ),
  ];
};

/** The made-up area so many times over, each practice under a code of its own. */
export function practicesOfEngland(practices: number): ReferenceData {
  const data = illustrativeArea();
  const times = Math.ceil(practices / data.practices.size);
  const again = (code: string, copy: number) =>
    `${String.fromCharCode(65 + (copy % 26))}${String(Number(code.slice(1)) + 40 * Math.floor(copy / 26) + 100).padStart(5, "0")}`;
  const copies = Array.from({ length: times }, (_, copy) => copy);
  return {
    ...data,
    practices: new Map(
      copies.flatMap((copy) =>
        [...data.practices.values()].map((each) => [again(each.code, copy), { ...each, code: again(each.code, copy) }] as const),
      ),
    ),
    observations: copies.flatMap((copy) => data.observations.map((each) => ({ ...each, practiceCode: again(each.practiceCode, copy) }))),
  };
}
