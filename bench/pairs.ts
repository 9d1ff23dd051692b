/** A row of the table: what was measured, against what, in the same run. */
export interface Figure {
  readonly figure: string;
  readonly peer: string;
  /** Median of what we took and of what the peer took, in the unit; shown, never judged by itself. */
  readonly ours: number;
  readonly theirs: number | null;
  readonly unit: "ms" | "bytes" | "MB" | "round trips" | "exponent";
  /** Median of the ratios of the pairs; where there is no peer, the figure itself; null where the peer was not found. */
  readonly ratio: number | null;
  /** Smallest and largest ratio. */
  readonly spread: readonly [number, number];
  readonly runs: number;
  /** At most this ratio; null where it is only told. */
  readonly target: number | null;
  readonly note?: string;
}

export type Described = Pick<Figure, "figure" | "peer" | "target" | "note">;

/** Runs both one after the other, again and again, whoever is first changing; both are warmed up before. */
export async function inPairs(
  described: Described,
  ours: () => unknown,
  theirs: () => unknown,
  { runs = 5, warmUp = 1, clock = timed }: { readonly runs?: number; readonly warmUp?: number; readonly clock?: typeof timed } = {},
): Promise<Figure> {
  const pairs: (readonly [ours: number, theirs: number])[] = [];
  for (let run = -warmUp; run < runs; run++) {
    const first = run % 2 === 0;
    const one = await clock(first ? ours : theirs);
    const other = await clock(first ? theirs : ours);
    if (run >= 0) pairs.push(first ? [one, other] : [other, one]);
  }
  return fromPairs(described, "ms", pairs);
}

export function fromPairs(described: Described, unit: Figure["unit"], pairs: readonly (readonly [ours: number, theirs: number])[]): Figure {
  const ratios = pairs.map(([mine, other]) => mine / other);
  return {
    ...described,
    ours: median(pairs.map(([mine]) => mine)),
    theirs: median(pairs.map(([, other]) => other)),
    unit,
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    runs: pairs.length,
  };
}

/** A figure that is its own measure: round trips, or a growth exponent. */
export const alone = (described: Described, unit: Figure["unit"], value: number): Figure => ({
  ...described,
  ours: value,
  theirs: null,
  unit,
  ratio: value,
  spread: [value, value],
  runs: 1,
});

/** A peer that is not on this machine: what we took, and why there is nothing to hold it against. */
export const unmeasured = (described: Described, unit: Figure["unit"], value: number, why: string): Figure => ({
  ...alone({ ...described, target: null, note: why }, unit, value),
  ratio: null,
});

/** On a machine that is busy with other things: what the work costs the processor, in all threads of this process, instead of the clock. */
const byProcessor = process.argv.includes("--processor");

/** Milliseconds from begin to end, rubbish collected before. */
export async function timed(work: () => unknown): Promise<number> {
  if (!byProcessor) return clocked(work);
  globalThis.gc?.();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds on the clock, for what other processes do. */
export async function clocked(work: () => unknown): Promise<number> {
  globalThis.gc?.();
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Slope of log time against log size: 1 is linear. */
export function exponent(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(logs.map(([size]) => size)), mean(logs.map(([, cost]) => cost))];
  const covariance = mean(logs.map(([size, cost]) => (size - x) * (cost - y)));
  return covariance / mean(logs.map(([size]) => (size - x) ** 2));
}

/** What a file of figures gives: `quick` asks for fewer and smaller runs. */
export type Measured = (options: { readonly quick: boolean }) => Promise<readonly Figure[]>;
