import type { ScorecardModel } from "../scorecard/model";
import { fewestExpected, largestZ, z95, z998 } from "../scorecard/compare";
import { gainedInArea } from "../scorecard/areaGains";
import { bestQuarter, fewestForQuarter, isOpportunity } from "../scorecard/opportunity";
import { similarCount } from "../scorecard/similar";
import { areaRef, cellRef } from "./a1";
import { blank, formula, number, text } from "./cells";
import { whatBecameOf } from "../reference/practiceHistory";
import { PUBLICATIONS } from "../reference/sources";
import { footerOf } from "./dataSheet";
import { valueFormat } from "./valueFormat";
import { fileLabel, withFileLabels } from "./fileLabel";
import { comparisons, markOf, type Comparison } from "./marks";
import { names, tables } from "./names";
import type { Cell, NamedCell, SheetPlan, TablePlan } from "./plan";
import { stripEdges } from "./strip";
import { colour } from "./styles";
import { breakLines } from "./textWidth";

const howSimilar = `Similar are the ${similarCount} practices of the area nearest in list size (its logarithm) and deprivation, each in its standard deviation over the area's practices; where deprivation is not loaded, in list size alone. Patients' ages are not in it.`;

/** Refused rows listed for one file; the command line's `check` lists all of them. */
const refusedShown = 10;

const titleOf = (id: string | null): string => PUBLICATIONS.find((publication) => publication.id === id)?.title ?? id ?? "not recognised";

/** The hoped-for direction as the scorecard says it. */
const directionWords = { higher: "higher", lower: "lower", neither: "either" } as const;

const columnWidths = [270, 400, 200, 110, 110, 100, 100, 100, 90, 90, 90, 100, 180];

const meanings: Readonly<Record<Comparison, string>> = {
  "much higher": "outside the 99.8 % limit, above",
  higher: "outside the 95 % limit, above",
  similar: "a difference that chance can explain",
  lower: "outside the 95 % limit, below",
  "much lower": "outside the 99.8 % limit, below",
  "too few to say": "the denominator is too small for a judgement; the value stands on the Data sheet only",
  "not compared": "there is a value, but England is not in the files that were loaded",
  "not available": "not published, suppressed or not loaded; the Data sheet gives the reason",
};

/** Says how everything was worked out, from what, and what was refused; holds the constants that the formulas use. */
export function layOutMethods(model: ScorecardModel, name: string): { sheet: SheetPlan; names: readonly NamedCell[] } {
  const rows: Cell[][] = [];
  const heights: Record<number, number> = {};
  const tablePlans: TablePlan[] = [];
  const named: NamedCell[] = [];

  const add = (cells: Cell[], height?: number) => {
    if (height !== undefined) heights[rows.length] = height;
    rows.push(cells);
  };
  const heading = (title: string, ...more: string[]) => {
    add([], 10);
    const cells = [title, ...more];
    add(
      columnWidths
        .slice(0, Math.max(3, cells.length))
        .map((_, i) => text(cells[i] ?? "", i >= 3 ? "tableHeadRight" : "group", "blueBelow")),
      20,
    );
  };
  /** A wrapped row is as high as its longest cell; Excel does not work that out for text written by an add-in. */
  const explain = (what: string, how: string, source = "") => {
    const lines = Math.max(
      ...[what, how, source].map((words, i) =>
        words.split("\n").reduce((n, line) => n + Math.max(1, breakLines(line, columnWidths[i]! - 16, 10, i === 0).length), 0),
      ),
    );
    add([text(what, "paragraphBold", "hair"), text(how, "paragraph", "hair"), text(source, "paragraph", "hair")], 13 * lines + 4);
  };
  const constant = (cellName: string, what: string, value: number, why: string) => {
    named.push({ name: cellName, sheet: name, ref: cellRef(rows.length, 1) });
    add([text(what, "text", "hair"), number(value, "number", "hair"), text(why, "secondText", "hair")]);
  };
  const table = (tableName: string, head: readonly string[], body: readonly (readonly Cell[])[]) => {
    const top = rows.length;
    add(
      head.map((column, i) => text(column, i >= 3 ? "tableHeadRight" : "tableHead", "blueBelow")),
      20,
    );
    body.forEach((cells) => add([...cells]));
    tablePlans.push({
      name: tableName,
      ref: areaRef(top, 0, top + body.length, head.length - 1),
      style: "TableStyleLight1",
    });
  };

  add([text(`Methods: ${model.area.name}`, "subtitle")], 30);
  add([text("How each number was worked out, from which files, and what could not be used.", "context")], 17);
  add([model.illustrative ? text("Illustrative data: made-up practices", "notice") : blank()], 17);

  heading("Constants the formulas use");
  constant(names.z95, "z at 95 %", z95, "1 in 20 practices like the comparator lies outside by chance alone");
  constant(names.z998, "z at 99.8 %", z998, "1 in 500 lies outside by chance alone");
  constant(names.smallest, "Smallest denominator", model.spec.comparison.smallestDenominator, "below it: too few to say");
  constant(
    names.fewestExpected,
    "Fewest expected",
    fewestExpected,
    "below it the exact binomial is used instead of the funnel's approximation",
  );
  named.push({ name: names.reference, sheet: name, ref: cellRef(rows.length, 1) });
  add([
    text("Above the practices stands", "text", "hair"),
    text(model.reference, "text", "hair"),
    text("its figures are looked up in the table of comparators", "secondText", "hair"),
  ]);
  constant(names.bestQuarter, "Best quarter begins at", bestQuarter, "of the area's practices, in the hoped-for direction");

  heading("Position strip: where its cells end", "z, either side of the middle");
  named.push({ name: names.stripEdges, sheet: name, ref: areaRef(rows.length, 1, rows.length + stripEdges.length - 1, 1) });
  for (const { z, formula: source, meaning } of stripEdges)
    add([
      text(meaning, "text", "hair"),
      source === undefined ? number(z, "number", "hair") : formula(source, z, "number", "hair"),
      blank("secondText", "hair"),
    ]);

  heading("Marks");
  table(
    tables.marks,
    ["Band", "Meaning", "Mark"],
    comparisons.map((comparison) => [
      text(comparison, "text", "hair"),
      text(meanings[comparison], "text", "hair"),
      text(markOf(comparison, model.spec.comparison.smallestDenominator), "text", "hair"),
    ]),
  );

  heading(`Comparator: ${model.comparator}`);
  table(
    tables.comparators,
    [
      "Indicator",
      "Measure",
      "Against",
      "Period",
      "Numerator",
      "Denominator",
      "Per",
      "Benchmark",
      "Tau squared",
      "Phi",
      "Practices",
      "Method",
      "Key",
    ],
    comparatorRows(model),
  );

  heading(`The area: ${model.area.name}`);
  table(tables.area, areaHeads, areaRows(model));

  heading("How it is worked out", "Method", "Source");
  for (const [what, how, source] of methods(model)) explain(what, how, source);

  heading("What each column means", "Numerator ÷ denominator", "Publication");
  for (const { definition, period } of model.groups.flatMap((group) => group.indicators))
    explain(
      `${definition.id}  ${definition.name}`,
      `${definition.numerator} ÷ ${definition.denominator.charAt(0).toLowerCase()}${definition.denominator.slice(1)}`,
      `${definition.publication}\n${period}`,
    );

  heading("What is not shown");
  if (model.leftOut.length > 0)
    explain("Not loaded", `${model.leftOut.join(", ")}: no file with these was loaded for the period of this scorecard.`);
  if (model.formulasLeftOut) explain("Formulas", `Values only: ${model.formulasLeftOut} Nothing on the sheets recalculates.`);
  const changes = new Map(model.changes.map((change) => [change.practice.code, change]));
  for (const { code, name } of model.withoutData) {
    const change = changes.get(code);
    changes.delete(code);
    explain(
      `${code} ${name}`,
      change
        ? `${whatBecameOf(change)} Not on this scorecard.`
        : "Belongs to the area, but the files hold no figure for it in these periods: closed, merged, or not published.",
    );
  }
  for (const change of changes.values()) explain(`${change.practice.code} ${change.practice.name}`, whatBecameOf(change));
  if (model.leftOut.length + model.withoutData.length + model.changes.length === 0) add([text("Everything asked for is shown.", "text")]);

  heading("Import log", "Publication", "Period", "Rows read", "Used", "Outside area", "Refused");
  const paths = model.files.map(({ file }) => file);
  for (const file of model.files) {
    add([
      text(fileLabel(file.file), "text", "hair"),
      text(file.reason ?? titleOf(file.publication), "text", "hair"),
      text(file.period ?? "", "text", "hair"),
      ...[file.rowsRead, file.rowsUsed, file.rowsOutsideArea, file.rowsRefused.length].map((n) => number(n, "integer", "hair")),
    ]);
    for (const remark of file.remarks) add([blank(), text(withFileLabels(remark, paths), "secondText")]);
    for (const { line, column, expected, found } of file.rowsRefused.slice(0, refusedShown))
      add([
        blank(),
        text(
          `line ${line}, ${column}: expected ${expected}, found ${found === "" ? "nothing" : withFileLabels(found, paths)}`,
          "secondText",
        ),
      ]);
    if (file.rowsRefused.length > refusedShown)
      add([blank(), text(`and ${file.rowsRefused.length - refusedShown} more rows refused`, "secondText")]);
  }

  heading("Licence");
  explain(
    model.illustrative ? "Illustrative data" : "Attribution",
    model.illustrative
      ? "Practices, codes and figures were made up with a fixed seed, to show what a scorecard holds. They stand for no real practice."
      : "Contains public sector information licensed under the Open Government Licence v3.0. Sources: NHS England (Quality and Outcomes Framework, General Practice Workforce, Patients Registered at a GP Practice, Organisation Data Service), Care Quality Commission, Office for Health Improvement and Disparities.",
    "nationalarchives.gov.uk/doc/open-government-licence/version/3",
  );

  return {
    names: named,
    sheet: {
      key: "methods",
      name,
      rows,
      columnWidths,
      rowHeights: heights,
      defaultRowHeight: 16,
      merges: [],
      freeze: { rows: 3, columns: 0 },
      gridlines: false,
      tabColour: colour.rule,
      zoom: 100,
      tables: tablePlans,
      conditionalFormats: [],
      print: {
        paper: "A4",
        orientation: "landscape",
        area: areaRef(0, 0, rows.length - 1, columnWidths.length - 1),
        fitWide: 1,
        fitTall: 0,
        margins: { left: 0.5, right: 0.5, top: 0.5, bottom: 0.5 },
        footer: footerOf(model),
      },
    },
  };
}

/** A row for each indicator and comparator that a practice is compared with, and one for whoever stands above the practices. */
function comparatorRows(model: ScorecardModel): Cell[][] {
  const rows = model.groups
    .flatMap((group) => group.indicators)
    .flatMap((column): Cell[][] => {
      const { definition, period, comparisons, reference } = column;
      const { per } = valueFormat(definition);
      const compared = new Map(column.against.map((name, i) => [name, comparisons[i] ?? null]));
      if (reference && !compared.get(model.reference)) compared.set(model.reference, null);
      return [...compared].flatMap(([against, comparison]) => {
        const counts = comparison?.benchmark ?? (against === model.reference ? reference : null);
        if (!counts) return [];
        return [
          [
            text(definition.id, "text", "hair"),
            text(definition.name, "text", "hair"),
            text(against, "text", "hair"),
            text(period, "text", "hair"),
            number(counts.numerator, "integer", "hair"),
            number(counts.denominator, "integer", "hair"),
            number(per, "integer", "hair"),
            formula("=[@Numerator]/[@Denominator]*[@Per]", (counts.numerator / counts.denominator) * per, "decimal", "hair"),
            number(comparison?.betweenPracticeVariance ?? 0, "number", "hair"),
            comparison?.dispersionRatio == null ? blank("zScore", "hair") : number(comparison.dispersionRatio, "zScore", "hair"),
            number(comparison?.practicesUsed ?? 0, "number", "hair"),
            text(comparison?.method ?? "shown only", "secondLabel", "hair"),
            formula('=[@Indicator]&"|"&[@Against]', `${definition.id}|${against}`, "secondText", "hair"),
          ],
        ];
      });
    });
  if (rows.length > 0) return rows;
  const empty = text("none", "text", "hair");
  return [
    [
      empty,
      text(`${model.comparator} is not in the files that were loaded: values are shown, not judged`, "text", "hair"),
      ...Array.from({ length: 11 }, () => blank("text", "hair")),
    ],
  ];
}

const areaHeads = [
  "Indicator",
  "Measure",
  "Direction",
  "Numerator",
  "Denominator",
  "Value",
  "Best quarter",
  "Gainable",
  "To best quarter",
] as const;

/** The area's own totals, and what its best quarter of practices reach; over the rows of the scorecard, so that it follows what is typed on Data. */
function areaRows(model: ScorecardModel): Cell[][] {
  const total = (column: string) =>
    `SUMIFS(${tables.data}[${column}],${tables.data}[Indicator],[@Indicator],${tables.data}[Numerator],">=0",${tables.data}[Denominator],">0")`;
  const values = `INDEX(${names.grid},0,MATCH([@Indicator],INDEX(${names.grid},1,0),0))`;
  return model.groups
    .flatMap((group) => group.indicators)
    .map((column) => [column, gainedInArea(column)] as const)
    .map(([{ definition, area, bestQuarter: quarter }, gained]) => [
      text(definition.id, "text", "hair"),
      text(definition.name, "text", "hair"),
      text(directionWords[definition.polarity], "text", "hair"),
      formula(`=${total("Numerator")}`, area?.numerator ?? 0, "integer", "hair"),
      formula(`=${total("Denominator")}`, area?.denominator ?? 0, "integer", "hair"),
      formula(
        `=IFERROR([@Numerator]/[@Denominator]*${valueFormat(definition).per},"")`,
        area ? area.value * valueFormat(definition).per : "",
        "decimal",
        "hair",
      ),
      formula(
        `=IFERROR(IF(OR([@Direction]="${directionWords.neither}",COUNT(${values})<${fewestForQuarter}),"",` +
          `PERCENTILE.INC(${values},IF([@Direction]="${directionWords.lower}",1-${names.bestQuarter},${names.bestQuarter}))),"")`,
        quarter === null ? "" : quarter * valueFormat(definition).per,
        "decimal",
        "hair",
      ),
      text(isOpportunity(definition) ? "yes" : "no", "secondLabel", "hair"),
      formula(
        `=IF([@Gainable]="yes",SUMIFS(${tables.data}[To best quarter],${tables.data}[Indicator],[@Indicator]),"")`,
        isOpportunity(definition) ? (gained ?? 0) : "",
        "integer",
        "hair",
      ),
    ]);
}

/** Whom with, and who that is. */
function comparedWith(model: ScorecardModel): string {
  const members = [...model.comparatorMembers];
  const shown = members.map(([name, codes]) => `${name}: ${codes.join(", ")}`).slice(0, 60);
  const first = model.ownComparators
    ? `Each practice with ${model.comparator}. England stands above the practices where it is loaded; funnels are not drawn, as there is no one line to draw them around.`
    : `All practices with ${model.comparator}, chosen once for the whole workbook.`;
  const { kind } = model.spec.comparison.comparator;
  const alike = kind === "similar" ? ` ${howSimilar}` : "";
  return (shown.length > 0 && kind !== "area" ? `${first} ${shown.join("; ")}.` : first) + alike;
}

const methods = (model: ScorecardModel): readonly (readonly [string, string, string])[] => [
  ["Compared with", comparedWith(model), ""],
  [
    "Mark: funnel position",
    `z = (arcsin √value − arcsin √benchmark) ÷ √(1/(4 × denominator) + tau squared). Tau squared is the variation between these practices beyond chance, estimated about the benchmark after the outer ${model.spec.comparison.trim * 100} % at each end were drawn in (winsorised); it is kept in the table above, so that two officers get the same answer. For events and for found ÷ expected: z = (√(observed ÷ expected) − 1) ÷ √(1/(4 × expected) + tau squared). Used with ${model.spec.comparison.fewestPracticesForOverdispersion} or more practices.`,
    "Spiegelhalter (2005), Funnel plots for comparing institutional performance, Stat Med 24:1185-1202; Care Quality Commission, GP intelligent monitoring methodology (2015)",
  ],
  [
    "Mark: exact",
    `Mid-P binomial (for events Poisson): the normal quantile of P(fewer) + ½ P(as many), from the smaller tail, shown up to ±${largestZ}. Used with fewer than ${model.spec.comparison.fewestPracticesForOverdispersion} practices, and wherever fewer than ${fewestExpected} patients (or non-patients) would be expected.`,
    "Lancaster (1961), J Am Stat Assoc 56:223-234",
  ],
  [
    "Mark: as Fingertips does",
    model.spec.comparison.method === "fingertips"
      ? "Used in this workbook: a mark where the 95 % (99.8 %) interval of the value leaves the comparator out; Wilson's interval for shares of people, Byar's for events, exact below ten events. z is where the interval just touches the comparator. No allowance for the usual variation between practices."
      : "Not used in this workbook; it can be chosen: whether the Wilson or Byar interval leaves the comparator out.",
    "PHE Technical Guide: Confidence Intervals (2018)",
  ],
  [
    "Case finding",
    "Patients on the QOF register ÷ patients expected to have the condition. The expected number is the area's own estimate (Local data, a column such as Expected diabetes) or, for hypertension and heart failure, a published model of ages 16 and over taken of the list of 17 and over; which and of what year stands with each column below. An estimate has an error of its own, so the share can be above 100 %. Patients not yet found = expected − register. Published models of coronary heart disease and stroke are for ages 55 to 79 and cannot be set against registers of all ages.",
    "",
  ],
  [
    "Position strip",
    "A practice's page shows z as a dot in one of fifteen cells: the funnel on its side, in units of chance, so that small and large practices can be compared. The same z decides the mark.",
    "",
  ],
  [
    "Largest opportunities",
    `Patients still to reach, so that the value is that of the best quarter of the area (PERCENTILE.INC ${bestQuarter} of the practices' values in the hoped-for direction, with ${fewestForQuarter} or more practices), or of the comparator: target × denominator − numerator, rounded up, 0 when it is reached. Only indicators with a hoped-for direction; the three with the most patients are shown.`,
    "Hyndman and Fan (1996), Am Stat 50:361-365, definition 7",
  ],
  [
    "All patients, Excepted",
    "QOF publishes achievement net of personalised care adjustments (exceptions). All patients: numerator ÷ (denominator + adjustments). Excepted: adjustments ÷ (denominator + adjustments). Both stand where adjustments are published.",
    "Quality and Outcomes Framework, NHS England: patients receiving the intervention",
  ],
  [
    "Trend",
    "Numerator ÷ denominator of the same indicator code in each year that was loaded. A code is a definition: where the definition changed, the code changed and the line begins anew.",
    "",
  ],
  [
    "Interval",
    "95 % Wilson score interval of a proportion; for events and found ÷ expected Byar's, exact Poisson below ten events.",
    "Wilson (1927), J Am Stat Assoc 22:209-212; Breslow and Day (1987); as in Fingertips",
  ],
  [
    "CQC ratings",
    "Overall and five key questions, each dated by its publication. Excellent, in some local papers, is Outstanding. Not rated: in CQC's register without a rating yet; –: not in the file under this code. Inherited: given to the practice's previous registration. Shares are of the practices rated; the others are counted beside them.",
    "Care Quality Commission",
  ],
  [
    "Local returns",
    "Typed by the area on the sheet Local data; small counts are hidden there. Nobody publishes them for England: where the comparator has no figure they are compared with the area's own total, and Data and the headings say so.",
    "",
  ],
  [
    "Patients per FTE GP",
    "Registered patients ÷ full-time-equivalent, fully qualified GPs (37.5 hours a week is one). For the area: sum ÷ sum over practices with both. No interval: it is a count, not a sample.",
    "General Practice Workforce, NHS England",
  ],
  ["Order", "Practices stand by PCN and name. There is no rank and no total.", ""],
];
