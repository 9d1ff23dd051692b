/**
 * Excel's file format spells some formulas otherwise than Excel shows them: functions newer than 2007 carry a prefix, and a structured
 * reference names its table and row. Without the prefix Excel and LibreOffice read an unknown name; what stands inside quotation marks
 * is left alone.
 */
const prefixed =
  /(?<![\w.])(BINOM\.DIST|NORM\.S\.INV|NORM\.S\.DIST|POISSON\.DIST|PERCENTILE\.INC|STDEV\.[PS]|BETA\.INV|RANK\.EQ|CHISQ\.INV)\(/g;

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
        : part.replace(prefixed, "_xlfn.$1(").replace(/\[@([^\][@]+)\]/g, (_, column: string) => `${table ?? ""}[[#This Row],[${column}]]`),
    )
    .join("");
}
