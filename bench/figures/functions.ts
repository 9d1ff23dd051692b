/** The functions through their own door, against a plain loop over arrays that does the same arithmetic. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { associated } from "../associated";
import { type Figure, fromPairs, inPairs, median, type Measured, timed, unmeasured } from "../pairs";
import { randomNumbers } from "../../src/reference/randomNumbers";

const PRACTICES = 6300;
const INDICATORS = 40;
const Z95 = 1.959963984540054;

type Column = number[][];

export const measure: Measured = async ({ quick }) => {
  const call = await associated();
  const random = randomNumbers(1);
  const indicators = Array.from({ length: INDICATORS }, () => {
    const denominator = Array.from({ length: PRACTICES }, () => 30 + Math.floor(random.uniform() * 500));
    return { observed: denominator.map((n) => Math.round(n * (0.6 + 0.3 * random.uniform()))), denominator };
  });
  const columns = indicators.map(({ observed, denominator }) => ({ observed: column(observed), denominator: column(denominator) }));

  const ours = () => {
    change(columns);
    for (const { observed, denominator } of columns) {
      call("VARIATION_Z", observed, denominator, null, null, "winsorise", null);
      call("WILSON_LOWER", observed, denominator, null);
      call("WILSON_UPPER", observed, denominator, null);
      call("FUNNEL_LOWER", denominator, [[0.75]], null, null, 0.01);
      call("FUNNEL_UPPER", denominator, [[0.75]], null, null, 0.01);
    }
  };
  const plain = () => indicators.forEach(({ observed, denominator }) => plainLoop(observed, denominator));

  const [{ observed, denominator }] = columns as [{ observed: Column; denominator: Column }];
  const spilled = () => {
    change(columns.slice(0, 1));
    return call("VARIATION_Z", observed, denominator, null, null, "winsorise", null);
  };
  const rows = quick ? 630 : PRACTICES;
  const perRow = () => {
    change(fresh);
    for (let row = 0; row < rows; row++)
      call("VARIATION_Z", fresh[row % 8]!.observed, fresh[row % 8]!.denominator, null, null, "winsorise", null);
  };
  // Excel hands every call arrays of its own.
  const fresh = Array.from({ length: 8 }, () => ({
    observed: column(indicators[0]!.observed),
    denominator: column(indicators[0]!.denominator),
  }));
  const single = () => {
    for (let row = 0; row < PRACTICES; row++) call("VARIATION_Z", [observed[row]!], [denominator[row]!], [[0.75]], null, null, null);
  };
  const spilledAndRead = () => {
    spilled();
    let sum = 0;
    for (let row = 0; row < rows; row++) for (const range of Object.values(fresh[row % 8]!)) for (const [cell] of range) sum += cell!;
    return sum;
  };
  const spilledAgainst = () => {
    change(columns.slice(0, 1));
    return call("VARIATION_Z", observed, denominator, [[0.75]], null, null, null);
  };
  const runs = quick ? 5 : 11;
  const everything = "VARIATION_Z with overdispersion, Wilson and funnel limits, 6,300 practices x 40 indicators, as five functions";
  return [
    await inPairs(
      {
        figure: everything,
        peer: "one plain loop over flat arrays: the same arithmetic, every figure checked",
        target: 2,
        note: "each function reads rows of one cell and gives rows of one cell back, as Excel wants them; the loop does not",
      },
      ours,
      plain,
      { runs, warmUp: quick ? 6 : 20 },
    ),
    await inPairs(
      {
        figure: "a formula in each row: 6,300 calls of one cell each against one benchmark",
        peer: "one call that spills 6,300 rows",
        target: 3,
        note: "a call reads its options and shapes and makes its answer's rows before its one figure, which a spilled call does once",
      },
      single,
      spilledAgainst,
      { runs, warmUp: 20 },
    ),
    await inPairs(
      {
        figure: `a formula in each row that is handed the whole range: ${rows.toLocaleString("en-GB")} calls with 2 x 6,300 cells each, pool remembered`,
        peer: "one call that spills 6,300 rows, and each of the calls' cells read once",
        target: 3,
        note: "Excel makes arrays anew for every call, so that only their cells can tell that nothing changed; without the memory it is one whole calculation for each call",
      },
      perRow,
      spilledAndRead,
      { runs: 5, warmUp: 2 },
    ),
    againstR(everything, indicators, median(await times(ours, quick ? 1 : 3))),
  ];
};

/** FunnelPlotR and PHEindicatormethods do the same where R has them; they are no part of this project. */
function againstR(
  figure: string,
  indicators: readonly { readonly observed: readonly number[]; readonly denominator: readonly number[] }[],
  ours: number,
): Figure {
  const described = { figure, peer: "R: FunnelPlotR's funnel_plot, PHEindicatormethods' limits and Wilson intervals", target: null };
  const folder = mkdtempSync(join(tmpdir(), "bench-r-"));
  try {
    const lines = indicators.flatMap(({ observed, denominator }, i) => observed.map((count, j) => `${i},${count},${denominator[j]}`));
    writeFileSync(join(folder, "counts.csv"), `indicator,x,n\n${lines.join("\n")}\n`);
    const { status, stdout } = spawnSync("Rscript", [join(__dirname, "../peer.R"), join(folder, "counts.csv")], { encoding: "utf8" });
    if (status === 0) return fromPairs(described, "ms", [[ours, Number(stdout.trim().split("\n").at(-1))]]);
    return unmeasured(described, "ms", ours, "R with both packages was not found here");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function times(work: () => void, runs: number): Promise<number[]> {
  const taken: number[] = [];
  for (let run = 0; run < runs; run++) taken.push(await timed(work));
  return taken;
}

/** A figure in the first cell that was never there before, so that nothing is remembered. */
function change(ranges: readonly { readonly observed: Column }[]): void {
  round = (round + Math.SQRT1_2) % 20;
  for (const { observed } of ranges) observed[0]![0] = round;
}
let round = 0;

const column = (values: readonly number[]): Column => values.map((value) => [value]);

/** z about the pooled benchmark, both outer tenths drawn in, tau squared, adjusted z, both limits of the funnel and of Wilson's interval. */
function plainLoop(observed: readonly number[], denominator: readonly number[]): number[][] {
  const n = observed.length;
  let [events, people] = [0, 0];
  for (let i = 0; i < n; i++) {
    const [count, of] = [observed[i]!, denominator[i]!];
    if (!(typeof count === "number" && typeof of === "number" && count >= 0 && of > 0 && count <= of && of < Infinity))
      throw new Error("wrong");
    events += count;
    people += of;
  }
  const target = Math.asin(Math.sqrt(events / people));
  const z = new Float64Array(n);
  const s = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    s[i] = 1 / (2 * Math.sqrt(denominator[i]!));
    z[i] = (Math.asin(Math.sqrt(observed[i]! / denominator[i]!)) - target) / s[i]!;
  }
  const sorted = z.slice().sort();
  const at = (p: number) => {
    const place = p * (n - 1);
    const below = Math.floor(place);
    return sorted[below]! + (place - below) * (sorted[Math.ceil(place)]! - sorted[below]!);
  };
  const [low, high] = [at(0.1), at(0.9)];
  let [squares, weights, squaredWeights] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const drawn = Math.min(Math.max(z[i]!, low), high);
    const weight = 1 / (s[i]! * s[i]!);
    squares += drawn * drawn;
    weights += weight;
    squaredWeights += weight * weight;
  }
  const tau2 = Math.max(0, (squares - (n - 1)) / (weights - squaredWeights / weights));
  const [adjusted, lower, upper, wilsonLower, wilsonUpper]: number[][] = [[], [], [], [], []];
  for (let i = 0; i < n; i++) {
    const spread = Math.sqrt(s[i]! * s[i]! + tau2);
    adjusted!.push((z[i]! * s[i]!) / spread);
    lower!.push(Math.sin(Math.max(0, target - Z95 * spread)) ** 2);
    upper!.push(Math.sin(Math.min(Math.PI / 2, target + Z95 * spread)) ** 2);
    const proportion = observed[i]! / denominator[i]!;
    const extra = (Z95 * Z95) / denominator[i]!;
    const half = Z95 * Math.sqrt((proportion * (1 - proportion)) / denominator[i]! + extra / denominator[i]! / 4);
    wilsonLower!.push((proportion + extra / 2 - half) / (1 + extra));
    wilsonUpper!.push((proportion + extra / 2 + half) / (1 + extra));
  }
  return [adjusted!, lower!, upper!, wilsonLower!, wilsonUpper!];
}
