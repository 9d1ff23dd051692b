import { UnreadableFile } from "./decode";
import type { FileSource } from "./fileSource";
import { asCsv, damaged, Line, local, parse, refuseTooMany, type Handlers } from "./sheetText";

/** The sheets of an Excel workbook (.xlsx), of which each is a part of its own; texts stand in a part that all share. */
export async function excelSheets(workbook: string, list: FileSource, entries: ReadonlyMap<string, FileSource>): Promise<FileSource[]> {
  const targets = new Map<string, string>();
  const relations = entries.get("xl/_rels/workbook.xml.rels");
  const isRelation = ({ attributes: a }: { attributes: Record<string, string> }): void => {
    if (a.Id && a.Target) targets.set(a.Id, a.Target);
    if (targets.size > MOST_STYLES) throw damaged();
  };
  if (relations) await parse(relations, { onTag: isRelation });
  const sheets: { name: string; id: string }[] = [];
  await parse(list, {
    onTag: ({ name, attributes: a }) => {
      if (local(name) === "sheet") refuseTooMany(sheets.push({ name: a.name ?? "", id: a["r:id"] ?? "" }));
    },
  });
  const strings = await sharedStrings(entries.get("xl/sharedStrings.xml"));
  const dates = await dateStyles(entries.get("xl/styles.xml"));
  return sheets.flatMap(({ name, id }) => {
    const target = targets.get(id) ?? "";
    const part = entries.get(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    return part ? [asCsv(workbook, name, part, (write) => excelRows(write, strings, dates))] : [];
  });
}

function excelRows(write: (csv: string) => void, strings: readonly string[], dates: ReadonlySet<number>): Handlers {
  const line = new Line(write);
  let [column, row, next] = [0, 0, 0];
  let [type, style, text] = ["", -1, ""];
  let inValue = false;
  return {
    onTag: ({ name, attributes: a }) => {
      const tag = local(name);
      if (tag === "row") [row, next] = [Number(a.r ?? row + 1), 0];
      else if (tag === "c") {
        column = a.r ? columnOf(a.r) : next;
        [type, style, text] = [a.t ?? "n", Number(a.s ?? -1), ""];
      } else if (tag === "v" || tag === "t") inValue = true;
    },
    onText: (piece) => {
      if (inValue) text += piece;
    },
    onClose: ({ name }) => {
      const tag = local(name);
      if (tag === "v" || tag === "t") inValue = false;
      else if (tag === "c") {
        const value =
          type === "s" ? (strings[Number(text)] ?? "") : type === "n" && text !== "" && dates.has(style) ? dayOfSerial(Number(text)) : text;
        line.cell(column, value);
        next = column + 1;
      } else if (tag === "row") line.end(row);
    },
  };
}

/** All texts of a workbook are held at once. The largest known, CQC's directory, has some 30 million letters. */
const MOST_TEXT = 150_000_000;
/** Excel itself has at most 65,490 cell formats. */
const MOST_STYLES = 100_000;

async function sharedStrings(source: FileSource | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!source) return strings;
  let [text, inText, phonetic] = ["", false, false];
  let letters = 0;
  await parse(source, {
    onTag: ({ name }) => {
      const tag = local(name);
      if (tag === "si") text = "";
      else if (tag === "rPh") phonetic = true;
      else if (tag === "t") inText = !phonetic;
    },
    onText: (piece) => {
      if (inText) text += piece;
    },
    onClose: ({ name }) => {
      const tag = local(name);
      if (tag === "si") {
        strings.push(text);
        if ((letters += text.length + 8) > MOST_TEXT)
          throw new UnreadableFile(
            "The workbook holds too much text to be read at once. Save the sheet with the figures as CSV and add that.",
          );
      } else if (tag === "rPh") phonetic = false;
      else if (tag === "t") inText = false;
    },
  });
  return strings;
}

/** Which cell styles show a number as a date: Excel's own 14 to 22, and formats of the workbook that have a day, month or year in them. */
async function dateStyles(source: FileSource | undefined): Promise<ReadonlySet<number>> {
  const dates = new Set<number>();
  if (!source) return dates;
  const own = new Set<number>();
  let [inFormats, index] = [false, 0];
  await parse(source, {
    onTag: ({ name, attributes: a }) => {
      const tag = local(name);
      if (tag === "numFmt" && /[dmy]/i.test((a.formatCode ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""))) own.add(Number(a.numFmtId));
      else if (tag === "cellXfs") inFormats = true;
      else if (tag === "xf" && inFormats) {
        const format = Number(a.numFmtId ?? 0);
        if ((format >= 14 && format <= 22) || own.has(format)) dates.add(index);
        if (index++ > MOST_STYLES) throw damaged();
      }
    },
    onClose: ({ name }) => {
      if (local(name) === "cellXfs") inFormats = false;
    },
  });
  return dates;
}

/** Excel counts days from 31 December 1899 and believes in 29 February 1900. */
const dayOfSerial = (serial: number): string =>
  Number.isFinite(serial) && serial > 60 ? new Date(Math.round((serial - 25569) * 86_400_000)).toISOString().slice(0, 10) : String(serial);

function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
