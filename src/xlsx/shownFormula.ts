/**
 * The other way round from `fileFormula`: a formula as Excel shows it, from what the file holds.
 *
 * @param formula as stored, without "="
 * @returns as shown, with "="
 * @example shownFormula("_xlfn.NORM.S.INV(T[[#This Row],[Value]])") // "=NORM.S.INV([@Value])"
 */
export function shownFormula(formula: string): string {
  const shown = formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part
            .replace(/_xlfn\.ANCHORARRAY\(([^()]*)\)/g, "$1#")
            .replace(/_xldudf_([A-Z0-9]+)_(\w+)\(/g, "$1.$2(")
            .replace(/_xlfn\.(?:_xlws\.)?/g, "")
            .replace(/\w*\[\[#This Row\],\[([^\][]+)\]\]/g, "[@$1]"),
    )
    .join("");
  return `=${shown}`;
}
