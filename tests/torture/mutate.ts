/** What may befall a file on its way from a publisher to the pane: in an editor, in Excel, on a bad line, by malice. */
import type { Dice } from "./torture";

export interface Table {
  readonly head: string[];
  readonly rows: string[][];
}

/** What gets typed, pasted or converted into cells. */
const odd = [
  ...["", " ", "0", "-1", "1", "12.0", "1,234", "1E+05", "1e308", "9007199254740993", "NaN", "Infinity", "*", "-", "N/A", "NULL", "#REF!"],
  ...["F81010", "f81010 ", "F8101", "07G", "QH8", "HYP", "__proto__", "constructor", "TOTAL", "2022-23", "31/02/2024", "01JAN2021"],
  ...["=1+1", "\t", "é", "€", "𝛼", "\ufeff", "\u202e", "\u0000", "'", ";", "|", "x".repeat(300), "4010232137", "401 023 2137"],
];

const part = (dice: Dice, text: string): string => {
  const [a, b] = [dice.number(text.length + 1), dice.number(text.length + 1)].sort((x, y) => x - y) as [number, number];
  return dice.one([text.slice(0, a) + text.slice(b), text.slice(a, b), text.slice(0, a) + dice.one(odd) + text.slice(a), text + text]);
};

const inTable: readonly ((table: Table, dice: Dice) => void)[] = [
  ({ rows }, dice) => {
    const row = dice.one(rows);
    if (row) row[dice.number(row.length)] = dice.one(odd);
  },
  ({ rows }, dice) => {
    const [row, other] = [dice.one(rows), dice.one(rows)];
    const at = dice.number(row?.length ?? 1);
    if (row && other) row[at] = part(dice, other[at] ?? "");
  },
  ({ rows }, dice) => void (rows.length > 0 && rows.splice(dice.number(rows.length), 0, [...dice.one(rows)])),
  ({ rows }, dice) => void rows.splice(dice.number(rows.length + 1), 1),
  ({ rows }, dice) => void dice.one(rows)?.splice(dice.number(4), 1),
  ({ rows }, dice) => void dice.one(rows)?.splice(dice.number(4), 0, dice.one(odd)),
  ({ rows }, dice) => void rows.splice(dice.number(rows.length + 1), 0, [dice.one(odd)]),
  ({ head, rows }, dice) => {
    const [a, b] = [dice.number(head.length), dice.number(head.length)];
    for (const cells of [head, ...rows]) [cells[a], cells[b]] = [cells[b] ?? "", cells[a] ?? ""];
  },
  ({ rows }, dice) => void rows.sort(() => dice.fraction() - 0.5),
];

const inHead: readonly ((table: Table, dice: Dice) => void)[] = [
  ({ head }, dice) => void (head[dice.number(head.length)] = part(dice, dice.one(head) ?? "")),
  ({ head }, dice) => void head.splice(dice.number(head.length), 1),
  ({ head }, dice) => void (head[dice.number(head.length)] = dice.one(head) ?? ""),
];

const inText: readonly ((text: string, dice: Dice) => string)[] = [
  (text, dice) => text.slice(0, dice.number(text.length + 1)),
  (text, dice) => put(text, dice, '"'),
  (text, dice) => put(text, dice, dice.one(['""', '",', ',"', '"\n', "\r", "\n\n", ",", "\0", "<html>", "\u2028"])),
  (text, dice) => part(dice, text),
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.replaceAll("\n", "\r"),
  (text) => `\ufeff${text}`,
  (text, dice) => text.replaceAll(",", dice.one([";", "\t", "|"])),
  (text) => `Notes on this file\n\n${text}`,
];

const put = (text: string, dice: Dice, what: string): string => {
  const at = dice.number(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
};

export interface Mutant {
  readonly text: string;
  /** Rows that must be accounted for, where what befell the file leaves no doubt about it: whole headings, no quotation mark, one kind of line end. */
  readonly rows: number | null;
}

export function mutantOf(table: Table, dice: Dice): Mutant {
  const copy = { head: [...table.head], rows: table.rows.map((row) => [...row]) };
  for (let i = dice.number(4); i > 0; i--) dice.one(inTable)(copy, dice);
  const headless = dice.chance(0.15);
  if (headless) dice.one(inHead)(copy, dice);
  const lines = [copy.head, ...copy.rows].map((cells) => cells.join(","));
  const plain = lines.join("\n");
  const beyond = dice.chance(0.4);
  const text = beyond ? dice.one(inText)(plain, dice) : plain;
  const certain = !beyond && !headless && !/["\r\0]/.test(plain) && table.head.length > 0;
  return { text, rows: certain ? lines.slice(1).filter((line) => line !== "").length : null };
}

/** A few bytes other than they were, missing or doubled: a bad line, a bad disk, or somebody who wants to see what happens. */
export function damaged(bytes: Uint8Array, dice: Dice): Uint8Array {
  const copy = [...bytes];
  for (let i = 1 + dice.number(4); i > 0 && copy.length > 0; i--) {
    const at = dice.number(copy.length);
    dice.one([
      () => void (copy[at] = dice.number(256)),
      () => void (copy[at] = dice.one([0, 0xff, 0x7f, 0x22, 0x0a])),
      () => void copy.splice(at, 1 + dice.number(8)),
      () => void copy.splice(at, 0, ...copy.slice(at, at + dice.number(16))),
      () => void (copy.length = at),
      () => copy.splice(at, 4, 0xff, 0xff, 0xff, dice.one([0x7f, 0xff])),
    ])();
  }
  return Uint8Array.from(copy);
}
