import { numberFormatOf, styleOf } from "./engine/cellValues";
import type { Cell, CellEntry, HostStyle, Position } from "./engine/types";
import { isErrorCode, markText } from "./errorText";
import type { Translation } from "./formulas/translate";

interface Rules {
  translate(formula: string, at: Position): Translation;
  drawn(format: string): string;
  /** A formula as the engine would give it back. */
  normal(formula: string, at: Position): string;
}

/**
 * How something that is typed, pasted or written enters a cell, beyond what the engine does by itself:
 * a cell formatted as text keeps every entry as text; formulas are put into the engine's words; "£5", "+5" and "1,234" are numbers.
 */
export function admit(entry: CellEntry, before: Cell | undefined, at: Position, rules: Rules): CellEntry {
  const content = entry.content ?? "";
  const style = (entry.style === undefined ? styleOf(before) : (entry.style ?? {})) as HostStyle;
  if (content.startsWith("'") && isErrorCode(content.slice(1)))
    return { ...forget(entry, style), content: `'${markText(content.slice(1))}` };
  if (content === "" || content.startsWith("'")) return forget(entry, style);
  if (isText(entry, before, style, rules)) return { ...forget(entry, style), content: `'${markText(content)}` };
  if (content.startsWith("=") && content.length > 1) return admitFormula(content, entry, style, at, rules);
  if (content === "=") return { content: "'=" };
  return { ...forget(entry, style), ...admitNumber(content, before, entry) };
}

function admitFormula(content: string, entry: CellEntry, style: HostStyle, at: Position, rules: Rules): CellEntry {
  const { formula, replaced } = rules.translate(content, at);
  if (replaced.length > 0 || isUnusual(content)) {
    const source = { xlFormula: content, xlEngineFormula: isUnusual(formula) ? rules.normal(formula, at) : formula };
    return { content: formula, style: { ...without(style), ...source, ...(replaced.length > 0 ? { xlRefs: replaced.join("\t") } : {}) } };
  }
  return { content: formula, ...(entry.style === undefined ? forget(entry, style) : {}) };
}

/** A cell that no longer holds the formula no longer remembers what was in it. */
function forget(entry: CellEntry, style: HostStyle): CellEntry {
  if (entry.style !== undefined || (style.xlRefs === undefined && style.xlFormula === undefined)) return {};
  return { style: without(style) };
}

const without = (style: HostStyle): HostStyle =>
  Object.fromEntries(Object.entries(style).filter(([key]) => key !== "xlRefs" && key !== "xlFormula" && key !== "xlEngineFormula"));

/** Formulas that the engine would write otherwise: with spaces, small letters, very small numbers, or names given by LET. */
const isUnusual = (formula: string): boolean => /\s|[a-z]|0\.00000|\d[eE]|_xl|\b(LET|LAMBDA)\(/.test(formula.replace(/"[^"]*"/g, ""));

function isText(entry: CellEntry, before: Cell | undefined, style: HostStyle, rules: Rules): boolean {
  if (entry.format !== undefined && entry.format !== "") return entry.format === "@";
  if (style.xlNumberFormat === "@") return entry.format === undefined ? !before?.format : true;
  return numberFormatOf(before, (format) => rules.drawn(format)) === "@";
}

/** Entries that Excel in Britain takes for numbers and the engine for text, and the format that Excel gives the cell with them. */
function admitNumber(content: string, before: Cell | undefined, entry: CellEntry): CellEntry {
  const free = !before?.format && styleOf(before).xlNumberFormat === undefined && entry.format === undefined;
  const pounds = /^\s*(-?)£\s*(\d[\d,]*)(\.\d+)?\s*$/.exec(content);
  if (pounds) {
    const [, sign = "", whole = "", decimals = ""] = pounds;
    return { content: sign + whole.replace(/,/g, "") + decimals, ...(free ? { format: decimals ? '"£"#,##0.00' : '"£"#,##0' } : {}) };
  }
  if (/^\s*\+\d[\d.,]*(e[+-]?\d+)?%?\s*$/i.test(content)) return { content: content.trim().slice(1) };
  const bracketed = /^\((\d[\d,]*(?:\.\d+)?)\)$/.exec(content.trim());
  if (bracketed) return { content: `-${(bracketed[1] ?? "").replace(/,/g, "")}` };
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.exec(content.trim());
  if (grouped && free) return { content: content.trim().replace(/,/g, ""), format: grouped[2] ? "#,##0.00" : "#,##0" };
  return {};
}
