/**
 * Excel's file format spells some formulas otherwise than Excel shows them: functions newer than 2007 carry a prefix, and a structured
 * reference names its table and row. Without the prefix Excel and LibreOffice read an unknown name; what stands inside quotation marks
 * is left alone.
 */
const newer = [
  ...[
    "BINOM.DIST",
    "NORM.S.INV",
    "NORM.S.DIST",
    "NORM.DIST",
    "POISSON.DIST",
    "CHISQ.INV",
    "CHISQ.INV.RT",
    "CHISQ.DIST.RT",
    "BETA.DIST",
    "BETA.INV",
  ],
  ...["GAMMA.DIST", "GAMMA.INV"],
  ...["PERCENTILE.INC", "PERCENTRANK.INC", "QUARTILE.INC", "STDEV.S", "STDEV.P", "VAR.S", "VAR.P", "RANK.EQ", "RANK.AVG", "AGGREGATE"],
  ...["IFNA", "IFS", "SWITCH", "MAXIFS", "MINIFS", "TEXTJOIN", "CONCAT", "XLOOKUP", "XMATCH", "UNIQUE", "SEQUENCE", "SORTBY", "UNICHAR"],
];
const prefixed = new RegExp(`(?<![\\w.])(${newer.map((name) => name.replaceAll(".", "\\.")).join("|")})\\(`, "g");
/** These two carry a second prefix. */
const worksheetOnly = /(?<![\w.])(FILTER|SORT)\(/g;
/** The add-in's own: Excel keeps such a call under this spelling, and calculates it only so. */
const ownFunction = /(?<![\w.])SCORECARD\.(\w+)\(/g;
const spilledFrom = /(\$?[A-Z]{1,3}\$?\d+)#/g;

/**
 * @param formula as shown in Excel, with "="
 * @param table name of the table the cell stands in, for `[@Column]`
 * @returns as stored in the file, without "="
 * @example fileFormula("=NORM.S.INV([@Value])", "ScorecardData") // "_xlfn.NORM.S.INV(ScorecardData[[#This Row],[Value]])"
 */
export function fileFormula(formula: string, table?: string): string {
  return formula
    .slice(1)
    .split(/("(?:[^"]|"")*")/)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part
            .replace(prefixed, "_xlfn.$1(")
            .replace(worksheetOnly, "_xlfn._xlws.$1(")
            .replace(ownFunction, "_xldudf_SCORECARD_$1(")
            .replace(spilledFrom, "_xlfn.ANCHORARRAY($1)")
            .replace(/\[@([^\][@]+)\]/g, (_, column: string) => `${table ?? ""}[[#This Row],[${column}]]`),
    )
    .join("");
}
