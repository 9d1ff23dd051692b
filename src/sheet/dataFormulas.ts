import { largestZ } from "../scorecard/compare";
import { comparator, names, ofArea } from "./names";

const cell = (column: string) => `[@${column}]`;
const [code, indicator, num, den, per, value, unit, adjustments, against, benchmark, expected, method, z] = [
  "Code",
  "Indicator",
  "Numerator",
  "Denominator",
  "Per",
  "Value",
  "Unit",
  "Adjustments",
  "Against",
  "Benchmark",
  "Expected",
  "Method",
  "z",
].map(cell) as [string, string, string, string, string, string, string, string, string, string, string, string, string];

const { z95, z998 } = names;
const isProportion = `${unit}="proportion"`;
/** The benchmark per person. */
const target = `(${benchmark}/${per})`;
const compared = (column: string) => comparator(column, indicator, against);

/** What the cards of a workbook need: a formula is no longer than it has to be, because people read it. */
export interface Needed {
  /** Some figures are events rather than shares of people. */
  readonly counts: boolean;
  readonly method: "funnel" | "fingertips";
}

const wilson = (sign: "-" | "+") => `(2*${num}+${z95}^2${sign}${z95}*SQRT(${z95}^2+4*${num}*(1-${value})))/(2*(${den}+${z95}^2))`;
const byar = (count: string, sign: "-" | "+") => `${count}*(1-1/(9*${count})${sign}${z95}/(3*SQRT(${count})))^3`;

/** One of two, by whether there are fewer than expected. */
const whereFewer = (below: string, above: string) => `IF(${num}<${expected},${below},${above})`;
/**
 * The smaller tail of the binomial, P(X <= n): of those who are not, where there are more than expected. By the beta function, because
 * LibreOffice's BINOM.DIST sums from the other side where (1-p)^n is too small to be written, and so loses a small tail's figures.
 */
const binomialTail = `BETA.DIST(${whereFewer(`1-${target}`, target)},${whereFewer(`${den}-${num}`, num)},${whereFewer(num, `${den}-${num}`)}+1,TRUE)`;
const binomialHere = `BINOM.DIST(${num},${den},${target},FALSE)`;
const poissonBelow = `POISSON.DIST(${num},${expected},TRUE)`;
const poissonHere = `POISSON.DIST(${num},${expected},FALSE)`;
/** P(X >= n) as a gamma distribution function: 1 minus the sum would lose a small tail's figures. */
const poissonFrom = (count: string) => `GAMMA.DIST(${expected},${count},1,TRUE)`;
const quantile = (tail: string) => `NORM.S.INV(MAX(1E-13,${tail}))`;
const within = (source: string) => `MAX(-${largestZ},MIN(${largestZ},${source}))`;

const exact = {
  shares: `IF(${num}<${expected},1,-1)*MAX(-${largestZ},${quantile(`${binomialTail}-${binomialHere}/2`)})`,
  counts: within(whereFewer(quantile(`${poissonBelow}-${poissonHere}/2`), `-${quantile(`${poissonFrom(`${num}+1`)}+${poissonHere}/2`)}`)),
};

/** z at which Byar's limit of the events (of one more for the upper limit) is as far as the expected number; exact limits below ten events. */
const byarZ = (count: string) => `3*SQRT(${count})*(1-1/(9*${count})-(${expected}/${count})^(1/3))`;
const fingertips = {
  shares: within(`(${num}-${expected})/SQRT(${expected}*(1-${target}))`),
  counts: within(
    whereFewer(
      `MIN(0,IF(${num}>=10,${byarZ(`(${num}+1)`)},${quantile(poissonBelow)}))`,
      `MAX(0,IF(${num}>=10,${byarZ(num)},-${quantile(poissonFrom(num))}))`,
    ),
  ),
};

/** What the area's table says of the row's indicator. */
const area = (column: string) => ofArea(column, indicator);
const quarter = area("Best quarter");
/** As `stillToReach` does it: where lower is hoped for, it is those without the event who have to become more. */
const toBestQuarter =
  `IF(OR(${cell("Comparison")}="too few to say",${value}="",${area("Gainable")}<>"yes",${quarter}=""),"",IF(${value}>1,"",` +
  `MAX(0,ROUNDUP(IF(${area("Direction")}="lower",${num}-${quarter}*${den},MIN(1,${quarter})*${den}-${num})-1E-9,0))))`;

const tauSquared = compared("Tau squared");
const funnel = {
  shares: `(ASIN(SQRT(${value}))-ASIN(SQRT(${target})))/SQRT(1/(4*${den})+${tauSquared})`,
  counts: `(SQRT(${num}/${expected})-1)/SQRT(1/(4*${expected})+${tauSquared})`,
};

/**
 * The calculating columns of the Data table, in native formulas that Excel since 2010 and LibreOffice know. What they find is what
 * `scorecard/compare.ts` finds, step by step: Expected, Method, z, Comparison.
 */
export function dataFormulas({ counts, method: rule }: Needed) {
  const either = (of: { readonly shares: string; readonly counts: string }) =>
    counts ? `IF(${isProportion},${of.shares},${of.counts})` : of.shares;
  const interval = (wilsonLimit: string, exactLimit: string, byarLimit: string) =>
    `=IF(OR(${den}="",${value}=""),"",${either({ shares: wilsonLimit, counts: `IF(${num}<10,${exactLimit},${byarLimit})/${den}*${per}` })})`;
  const least = either({ shares: `MIN(${expected},${den}-${expected})`, counts: expected });
  return {
    Key: `=${code}&"|"&${indicator}`,
    Value: `=IF(${num}="","",IF(${den}="",${num},IF(${den}=0,"",${num}/${den}*${per})))`,
    "Lower 95": interval(wilson("-"), `IF(${num}=0,0,GAMMA.INV(0.025,${num},1))`, byar(num, "-")),
    "Upper 95": interval(wilson("+"), `GAMMA.INV(0.975,${num}+1,1)`, byar(`(${num}+1)`, "+")),
    "All patients": `=IF(OR(${num}="",${den}="",${adjustments}=""),"",IFERROR(${num}/(${den}+${adjustments}),""))`,
    Excepted: `=IF(OR(${num}="",${den}="",${adjustments}=""),"",IFERROR(${adjustments}/(${den}+${adjustments}),""))`,
    Benchmark: `=IF(OR(${den}="",${num}=""),"",IFERROR(${compared("Benchmark")},""))`,
    Expected: `=IF(${benchmark}="","",${den}*${benchmark}/${per})`,
    Method:
      `=IF(OR(${value}="",${expected}=""),"",IF(OR(${benchmark}<=0,AND(${isProportion},${benchmark}>=1)),"",` +
      (rule === "fingertips"
        ? `"fingertips"))`
        : `IF(OR(${compared("Method")}="exact",${least}<${names.fewestExpected}),"exact","funnel")))`),
    z: `=IF(${method}="","",${rule === "fingertips" ? either(fingertips) : `IF(${method}="exact",${either(exact)},${either(funnel)})`})`,
    Comparison:
      `=IF(${value}="","not available",IF(${den}="",IF(${per}="","","not compared"),IF(${den}<${names.smallest},"too few to say",IF(${z}="","not compared",` +
      `IF(${z}>=${z998},"much higher",IF(${z}>=${z95},"higher",IF(${z}<=-${z998},"much lower",IF(${z}<=-${z95},"lower","similar"))))))))`,
    "To best quarter": `=IFERROR(${toBestQuarter},"")`,
  } as const;
}
