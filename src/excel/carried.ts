// A navigation property needs no load of its own; the rules take it for a value.
/* eslint-disable office-addins/load-object-before-read, office-addins/call-sync-before-read */
import type { Carried, FoundOnSheet, Place, Said } from "../sheet/carried";
import type { StandingCard } from "../sheet/standingCard";
import { canDo } from "./canDo";

/** Cells of an added column whose rules for entries are read one by one, where they are not all alike. */
const mostCells = 500;

/**
 * Reads the notes and comments on some of our sheets; on the scorecard also rules for entries and conditional formats of the columns that
 * people added. Columns of our own have only ours.
 *
 * @param sheets ids by key
 */
export async function readCarried(
  context: Excel.RequestContext,
  sheets: ReadonlyMap<string, string>,
  card: StandingCard | null,
): Promise<ReadonlyMap<string, FoundOnSheet>> {
  const parts = [...sheets].map(([key, id]) => {
    const sheet = context.workbook.worksheets.getItem(id);
    // An Office.js from before there were notes does not have the member at all.
    const notes = canDo("1.18") ? ((sheet.notes as Excel.NoteCollection | undefined) ?? null) : null;
    const comments = canDo("1.10") ? sheet.comments : null;
    notes?.load({ content: true });
    comments?.load({ content: true, authorName: true });
    const added = key === "scorecard" && card !== null ? queueAdded(sheet, card) : null;
    return { key, sheet, notes, comments, added };
  });
  await context.sync();
  const found = parts.map(({ key, sheet, notes, comments, added }) => ({
    key,
    remarks: [
      ...(notes?.items ?? []).map((note) => ({ kind: "note" as const, text: () => note.content, at: located(note.getLocation()) })),
      ...(comments?.items ?? []).map((comment) => {
        comment.replies.load({ content: true, authorName: true });
        return { kind: "comment" as const, text: () => thread(comment), at: located(comment.getLocation()) };
      }),
    ],
    added: added?.(sheet) ?? null,
  }));
  if (found.some(({ remarks, added }) => remarks.length > 0 || added !== null)) await context.sync();
  return new Map(
    found.map(({ key, remarks, added }) => [
      key,
      {
        remarks: remarks.map(({ kind, text, at }) => ({ kind, text: text(), row: at.rowIndex, column: at.columnIndex })),
        ...(added?.() ?? { validations: [], rules: [] }),
      },
    ]),
  );
}

function located(range: Excel.Range): Excel.Range {
  range.load({ rowIndex: true, columnIndex: true });
  return range;
}

/** Only its writer can write a comment: under whoever builds the scorecard it says whose words it has. */
function thread({ content, authorName, replies }: Excel.Comment): string {
  const said = (author: string, text: string) => (/^[^\n]+ wrote: /.test(text) ? text : `${author} wrote: ${text}`);
  return [said(authorName, content), ...replies.items.map((reply) => said(reply.authorName, reply.content))].join("\n");
}

type Added = Pick<FoundOnSheet, "validations" | "rules">;

/** Asks for what lies on added columns; what has to be asked for next is told when that is known. */
function queueAdded(
  sheet: Excel.Worksheet,
  { added, codes, last }: StandingCard,
): ((sheet: Excel.Worksheet) => (() => Added) | null) | null {
  if (added.length === 0 || last <= codes) return null;
  const [top, rows] = [codes + 1, last - codes];
  const columns = added.map((column) => ({ column, validation: loaded(sheet.getRangeByIndexes(top, column, rows, 1).dataValidation) }));
  const formats = sheet.getRange().conditionalFormats;
  formats.load({ type: true, id: true });
  return () => {
    const validations = columns.flatMap(({ column, validation }) => {
      const whole = { row: top, column, rows, columns: 1 };
      if (validation.type === "None") return [];
      if (!/^(Inconsistent|MixedCriteria)$/.test(validation.type)) return [{ place: whole, validation }];
      return Array.from({ length: Math.min(rows, mostCells) }, (_, i) => ({
        place: { ...whole, row: top + i, rows: 1 },
        validation: loaded(sheet.getRangeByIndexes(top + i, column, 1, 1).dataValidation),
      }));
    });
    const rules = formats.items.flatMap((format) => {
      const parts = partsOf(format);
      if (parts === null) return [];
      const areas = format.getRanges();
      areas.areas.load({ rowIndex: true, columnIndex: true, rowCount: true, columnCount: true });
      return [{ kind: format.type as string, areas, parts }];
    });
    if (validations.length === 0 && rules.length === 0) return null;
    const theirs = new Set(added);
    return () => ({
      validations: validations.flatMap(({ place, validation }) =>
        validation.type === "None" ? [] : [{ ...place, said: validationSaid(validation) }],
      ),
      rules: rules.flatMap(({ kind, areas, parts }) => {
        const places = areas.areas.items.map(placeOf);
        const isTheirs = places.every(({ column, columns: wide }) =>
          Array.from({ length: wide }, (_, i) => column + i).every((each) => theirs.has(each)),
        );
        return isTheirs ? [{ places, kind, said: parts() }] : [];
      }),
    });
  };
}

const placeOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Place => ({
  row: rowIndex,
  column: columnIndex,
  rows: rowCount,
  columns: columnCount,
});

function loaded(validation: Excel.DataValidation): Excel.DataValidation {
  validation.load({ type: true, rule: true, errorAlert: true, prompt: true, ignoreBlanks: true });
  return validation;
}

const validationSaid = ({ rule, errorAlert, prompt, ignoreBlanks }: Excel.DataValidation): Said => ({
  rule,
  errorAlert,
  prompt,
  ignoreBlanks,
});

/** Asks for what a conditional format says; null for kinds that are not carried over. */
function partsOf(format: Excel.ConditionalFormat): (() => Said) | null {
  const looks = { font: { color: true, bold: true }, fill: { color: true } } as const;
  const looksSaid = ({ font, fill }: Excel.ConditionalRangeFormat): Said => ({ color: font.color, bold: font.bold, fill: fill.color });
  if (format.type === "Custom") {
    const { custom } = format;
    custom.load({ rule: { formula: true }, format: looks });
    return () => ({ formula: custom.rule.formula, ...looksSaid(custom.format) });
  }
  if (format.type === "CellValue") {
    const { cellValue } = format;
    cellValue.load({ rule: true, format: looks });
    return () => ({ rule: cellValue.rule, ...looksSaid(cellValue.format) });
  }
  if (format.type === "ColorScale") {
    const { colorScale } = format;
    colorScale.load({ criteria: true });
    return () => ({ criteria: colorScale.criteria });
  }
  return null;
}

/** Queues what people had put on the sheet before. */
export function addCarried(sheet: Excel.Worksheet, { remarks, validations, rules }: Carried): void {
  for (const { ref, kind, text } of remarks) {
    if (kind === "note") sheet.notes.add(sheet.getRange(ref), text);
    else sheet.comments.add(sheet.getRange(ref), text);
  }
  for (const { ref, said } of validations) {
    const validation = sheet.getRange(ref).dataValidation;
    validation.rule = said["rule"] as Excel.DataValidationRule;
    validation.ignoreBlanks = said["ignoreBlanks"] as boolean;
    validation.errorAlert = said["errorAlert"] as Excel.DataValidationErrorAlert;
    validation.prompt = said["prompt"] as Excel.DataValidationPrompt;
  }
  // Excel puts each new rule in front of the others.
  for (const { refs, kind, said } of [...rules].reverse()) {
    const rule = sheet.getRanges(refs.join(",")).conditionalFormats.add(kind as Excel.ConditionalFormatType);
    if (kind === "ColorScale") rule.colorScale.criteria = said["criteria"] as Excel.ConditionalColorScaleCriteria;
    else {
      if (kind === "Custom") rule.custom.rule.formula = said["formula"] as string;
      else rule.cellValue.rule = said["rule"] as Excel.ConditionalCellValueRule;
      const { font, fill } = kind === "Custom" ? rule.custom.format : rule.cellValue.format;
      if (said["color"]) font.color = said["color"] as string;
      if (said["bold"]) font.bold = true;
      if (said["fill"]) fill.color = said["fill"] as string;
    }
  }
}
