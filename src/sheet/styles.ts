import type { Edge, Style } from "./plan";

/** The palette of the sheets and of the pane. Contrast on white is at least 4.5 for every colour that carries text. */
export const colour = {
  second: "#4C6272",
  navy: "#003087",
  blue: "#005EB8",
  ochre: "#964400",
  rule: "#AEB7BD",
  hair: "#D8DDE0",
  pale: "#F0F4F5",
  blueTint: "#E8F1FA",
  ochreTint: "#F8D9B9",
  band998: "#EDF1F3",
  band95: "#DDE3E7",
  bandMiddle: "#C3CCD2",
} as const;

const thin: Edge = { weight: "thin", colour: colour.rule };
const hairline: Edge = { weight: "thin", colour: colour.hair };
const blueLine: Edge = { weight: "medium", colour: colour.blue };

/** What a cell is for. Body text has no colour of its own, so that dark and contrast themes may choose. */
const base = {
  empty: { size: 10 },
  title: { size: 24, bold: true, colour: colour.navy, vertical: "bottom" },
  longTitle: { size: 18, bold: true, colour: colour.navy, vertical: "bottom" },
  subtitle: { size: 20, bold: true, colour: colour.navy, vertical: "bottom" },
  context: { size: 9.5, colour: colour.second, vertical: "bottom" },
  notice: { size: 10, bold: true, colour: colour.ochre, vertical: "bottom" },
  tileLabel: { size: 9, colour: colour.second, vertical: "bottom", horizontal: "left", indent: 1 },
  tileNumber: { size: 20, bold: true, colour: colour.navy, vertical: "center", horizontal: "left", indent: 1 },
  tileContext: { size: 9, colour: colour.second, vertical: "top", horizontal: "left", indent: 1 },
  group: { size: 9.5, bold: true, colour: colour.navy, vertical: "center", horizontal: "left" },
  groupIndented: { size: 9.5, bold: true, colour: colour.navy, vertical: "center", horizontal: "left", indent: 1 },
  headLeft: { size: 9, vertical: "bottom", horizontal: "left", wrap: true },
  headIndented: { size: 9, vertical: "bottom", horizontal: "left", wrap: true, indent: 1 },
  headRight: { size: 9, vertical: "bottom", horizontal: "right", wrap: true },
  direction: { size: 8.5, colour: colour.second, horizontal: "left", vertical: "center" },
  directionIndented: { size: 8.5, colour: colour.second, horizontal: "left", vertical: "center", indent: 1 },
  filterLeft: { size: 7, colour: colour.second, horizontal: "left", vertical: "center" },
  filterIndented: { size: 7, colour: colour.second, horizontal: "left", vertical: "center", indent: 1 },
  filterRight: { size: 7, colour: colour.second, horizontal: "right", vertical: "center" },
  code: { size: 9, colour: colour.second, horizontal: "left", vertical: "center" },
  name: { size: 10.5, horizontal: "left", vertical: "center" },
  pcn: { size: 9, colour: colour.second, horizontal: "left", vertical: "center" },
  count: { size: 10.5, horizontal: "right", vertical: "center", format: "#,##0" },
  fte: { size: 10.5, horizontal: "right", vertical: "center", format: "0.0" },
  ratio: { size: 10.5, horizontal: "right", vertical: "center", format: "#,##0_)" },
  score: { size: 10.5, horizontal: "right", vertical: "center", format: "0.0_)" },
  label: { size: 10, horizontal: "left", vertical: "center", indent: 1 },
  month: { size: 9, colour: colour.second, horizontal: "left", vertical: "center", format: "mmm yy" },
  percent: { size: 10.5, horizontal: "right", vertical: "center", format: "0%" },
  percent1: { size: 10.5, horizontal: "right", vertical: "center", format: "0.0%" },
  rate: { size: 10.5, horizontal: "right", vertical: "center", format: "0.0" },
  mark: { size: 9, horizontal: "left", vertical: "center" },
  note: { size: 10, horizontal: "left", vertical: "center", indent: 1 },
  footHead: { size: 10.5, bold: true, colour: colour.navy, horizontal: "left", vertical: "center" },
  foot: { size: 10, horizontal: "left", vertical: "center" },
  tableHead: { size: 10, bold: true, colour: colour.navy, horizontal: "left", vertical: "center" },
  tableHeadRight: { size: 10, bold: true, colour: colour.navy, horizontal: "right", vertical: "center" },
  text: { size: 10, horizontal: "left", vertical: "center" },
  secondText: { size: 9.5, colour: colour.second, horizontal: "left", vertical: "center" },
  secondLabel: { size: 9.5, colour: colour.second, horizontal: "left", vertical: "center", indent: 1 },
  number: { size: 10, horizontal: "right", vertical: "center" },
  integer: { size: 10, horizontal: "right", vertical: "center", format: "#,##0.###" },
  decimal: { size: 10, horizontal: "right", vertical: "center", format: "0.0000" },
  zScore: { size: 10, horizontal: "right", vertical: "center", format: "0.00" },
  expected: { size: 10, horizontal: "right", vertical: "center", format: "#,##0.0" },
  day: { size: 10, horizontal: "right", vertical: "center", format: "d mmm yyyy" },
  paragraph: { size: 10, horizontal: "left", vertical: "top", wrap: true },
  paragraphBold: { size: 10, bold: true, horizontal: "left", vertical: "top", wrap: true },
  finding: { size: 16, bold: true, colour: colour.navy, vertical: "bottom" },
  longFinding: { size: 14, bold: true, colour: colour.navy, vertical: "bottom" },
  panelHead: { size: 11, bold: true, colour: colour.navy, horizontal: "left", vertical: "bottom" },
  panel: { size: 10, colour: colour.second, horizontal: "left", vertical: "center" },
  listed: { size: 10, horizontal: "left", vertical: "center" },
  listedPercent: { size: 10, horizontal: "right", vertical: "center", format: "0.0%" },
  listedCount: { size: 10, horizontal: "right", vertical: "center", format: "#,##0" },
  listedFte: { size: 10, horizontal: "right", vertical: "center", format: "0.0" },
  listedGap: { size: 10, horizontal: "right", vertical: "center", format: "+0.0;-0.0;0.0" },
  typedText: { size: 10, fill: colour.pale, horizontal: "right", vertical: "center", bottom: thin, format: "@" },
  typedFte: { size: 10, fill: colour.pale, horizontal: "right", vertical: "center", bottom: thin, format: "0.0#" },
  fact: { size: 9, colour: colour.second, horizontal: "left", vertical: "center", indent: 1 },
  section: { size: 12, bold: true, colour: colour.navy, horizontal: "left", vertical: "bottom" },
  noticeTop: { size: 10, bold: true, colour: colour.ochre, vertical: "top" },
  contextTop: { size: 9.5, colour: colour.second, vertical: "top" },
  factLabel: { size: 9, colour: colour.second, horizontal: "left", vertical: "bottom" },
  factNumber: { size: 18, bold: true, colour: colour.navy, horizontal: "left", vertical: "center" },
  factContext: { size: 9, colour: colour.second, horizontal: "left", vertical: "top" },
  factNumberIndented: { size: 18, bold: true, colour: colour.navy, horizontal: "left", vertical: "center", indent: 1 },
  factWordsIndented: { size: 14, bold: true, colour: colour.navy, horizontal: "left", vertical: "center", indent: 1 },
  pageHeadLeft: { size: 9, colour: colour.second, horizontal: "left", vertical: "bottom", wrap: true },
  pageHeadRight: { size: 9, colour: colour.second, horizontal: "right", vertical: "bottom", wrap: true },
  pageHeadRunning: { size: 9, colour: colour.second, horizontal: "left", vertical: "bottom", indent: 1 },
  stripHeadLeft: { size: 8.5, colour: colour.second, horizontal: "left", vertical: "bottom" },
  stripHeadCentre: { size: 8.5, colour: colour.second, horizontal: "center", vertical: "bottom" },
  stripHeadRight: { size: 8.5, colour: colour.second, horizontal: "right", vertical: "bottom" },
  pageGroup: { size: 10, bold: true, colour: colour.navy, horizontal: "left", vertical: "bottom" },
  pagePercent: { size: 10, horizontal: "right", vertical: "center", format: "0%" },
  pagePercent1: { size: 10, horizontal: "right", vertical: "center", format: "0.0%" },
  pageRate: { size: 10, horizontal: "right", vertical: "center", format: "0.0" },
  pageSecond: { size: 9.5, colour: colour.second, horizontal: "right", vertical: "center", format: "0%" },
  strip: { size: 11, horizontal: "center", vertical: "center" },
  pageMark: { size: 9.5, horizontal: "left", vertical: "center", indent: 1 },
  gain: { size: 14, bold: true, colour: colour.navy, horizontal: "right", vertical: "center", format: "#,##0" },
  gainWords: { size: 10, horizontal: "left", vertical: "center", indent: 1 },
  ratedOn: { size: 9, colour: colour.second, horizontal: "right", vertical: "center", format: "mmm yyyy" },
  comment: { size: 10, horizontal: "left", vertical: "top", wrap: true, indent: 1 },
  pageNote: { size: 9, colour: colour.second, horizontal: "left", vertical: "center" },
  aside: { size: 8, colour: colour.second, horizontal: "left", vertical: "center" },
  asideRight: { size: 8, colour: colour.second, horizontal: "right", vertical: "center", format: "0.0000" },
  chartData: { size: 8, colour: colour.second, horizontal: "right", vertical: "center" },
  chartPercent: { size: 8, colour: colour.second, horizontal: "right", vertical: "center", format: "0.0%" },
  chartCount: { size: 8, colour: colour.second, horizontal: "right", vertical: "center", format: "#,##0.##" },
  chartText: { size: 8, colour: colour.second, horizontal: "left", vertical: "center" },
} satisfies Record<string, Style>;

/** What surrounds a cell: added to a base with "+", as in "percent+hair+left". */
const modifiers = {
  bold: { bold: true },
  pale: { fill: colour.pale },
  band998: { fill: colour.band998 },
  band95: { fill: colour.band95 },
  bandMiddle: { fill: colour.bandMiddle },
  left: { left: thin },
  right: { right: thin },
  hair: { bottom: hairline },
  ruleBelow: { bottom: thin },
  blueBelow: { bottom: blueLine },
  blueAbove: { top: blueLine },
  thickAbove: { top: { weight: "thick", colour: colour.blue } },
  asHoped: { colour: colour.blue, bold: true, fill: colour.blueTint },
  notAsHoped: { colour: colour.ochre, bold: true, fill: colour.ochreTint },
} satisfies Record<string, Partial<Style>>;

export type BaseStyle = keyof typeof base;
export type Modifier = keyof typeof modifiers;

/** Key of a style: a base and what surrounds it, always in the same order so that equal styles have equal keys. */
export function styleKey(name: BaseStyle, ...added: readonly (Modifier | false | undefined)[]): string {
  const wanted = new Set(added.filter(Boolean));
  return [name, ...Object.keys(modifiers).filter((modifier) => wanted.has(modifier as Modifier))].join("+");
}

const shown = "as:";

/**
 * Shows other words than the cell holds, by its number format: an id that formulas look up may be wider than its column.
 * @param words letters, digits and "_" only
 */
export const shownAs = (key: string, words: string): string => `${key}+${shown}${words}`;

/** The style that a key stands for. */
export function styleOf(key: string): Style {
  const [name, ...added] = key.split("+");
  const parts = added.map((modifier) =>
    modifier.startsWith(shown) ? { format: `General;General;General;"${modifier.slice(shown.length)}"` } : modifiers[modifier as Modifier],
  );
  return Object.assign({}, base[name as BaseStyle], ...parts) as Style;
}
