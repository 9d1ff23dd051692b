import type { ScorecardModel } from "../scorecard/model";
import { periodLabel } from "../reference/period";
import { blank, formula, quoted, text } from "./cells";
import { countMarks } from "./counting";
import { markOf, type Comparison } from "./marks";
import { ofArea } from "./names";
import { areaGains } from "../scorecard/areaGains";
import { pageName } from "./practiceFrame";
import type { Cell } from "./plan";
import type { Column, Frame } from "./scorecardColumns";
import { breakLines, fitting } from "./textWidth";

/** Lines of the foot, its heading included. */
export const footRows = 8;

const key = (model: ScorecardModel): readonly (readonly [Comparison, string])[] => [
  ["much higher", `much higher than ${model.comparator}: outside the 99.8 % limits`],
  ["higher", "higher: outside the 95 % limits"],
  ["similar", "similar: a difference that chance can explain"],
  ["lower", "lower"],
  ["much lower", "much lower"],
  ["too few to say", "too few patients to say"],
  ["not available", "not published or not loaded: see Methods"],
];

/** Key, colours, what chance does, and sources, side by side; every line its own cell, broken by hand, running on over empty neighbours. */
export function footLines(model: ScorecardModel, columns: readonly Column[], frame: Frame): Cell[][] {
  const grid: Cell[][] = Array.from({ length: footRows }, () => columns.map(() => blank()));
  const edges = columns.map((_, i) => columns.slice(0, i).reduce((sum, column) => sum + column.width, 0));
  const total = edges.at(-1)! + columns.at(-1)!.width;
  const at = (pixels: number) => edges.findIndex((edge, i) => edge >= pixels && columns[i]!.indicator?.part !== "mark");
  const put = (column: number, lines: readonly Cell[]) => lines.forEach((cell, row) => (grid[row]![column] = cell));

  put(0, [
    text("Key to the marks", "footHead"),
    ...key(model).map(([comparison]) => text(markOf(comparison, model.spec.comparison.smallestDenominator), "foot")),
  ]);
  put(1, [blank(), ...key(model).map(([, words]) => text(words, "foot"))]);

  const judged = model.groups.some((group) => group.indicators.some(({ definition }) => definition.polarity !== "neither"));
  const colours = at(430);
  put(
    colours,
    judged
      ? colourKey()
      : [
          text("Colour", "footHead"),
          text("None is used: no direction is", "foot"),
          text("claimed for prevalence. It follows", "foot"),
          text("patients' ages first of all.", "foot"),
        ],
  );

  if (judged) [1, 2].forEach((row) => (grid[row]![colours + 1] = { value: null, style: grid[row]![colours]!.style }));

  const chance = at(edges[colours]! + 250);
  put(chance, chanceNote(model, columns, frame));

  const gains = gainNote(model);
  const gain = at(Math.min(edges[chance]! + 400, total - 840));
  const besides = gains.length > 0 && gain > chance;
  if (besides) put(gain, gains);
  const sources = at(Math.min(edges[besides ? gain : chance]! + (besides ? 400 : 430), total - 420));
  put(sources, sourceNote(model, Math.min(560, total - edges[sources]! - 10)));
  return grid;
}

/** Indicators named under what the area would gain. */
const gainsShown = 6;

/** What it would mean if every practice did what a quarter of them do already; each indicator for itself, because a patient may stand in several. */
function gainNote(model: ScorecardModel): Cell[] {
  const gains = areaGains(model).slice(0, gainsShown);
  if (gains.length === 0) return [];
  return [
    text("If every practice reached the best quarter", "footHead"),
    ...gains.map(({ column: { definition }, patients }) => {
      const name = fitting(pageName(definition), 235, 10);
      return formula(
        `=TEXT(${ofArea("To best quarter", `"${definition.id}"`)},"#,##0")&${quoted(` more patients: ${name}`)}`,
        `${patients.toLocaleString("en-GB")} more patients: ${name}`,
        "foot",
      );
    }),
  ];
}

const colourKey = (): Cell[] => [
  text("Colour repeats the marks", "footHead"),
  text("▲▲ ▼▼  as hoped for", "foot", "asHoped"),
  text("▲▲ ▼▼  not as hoped for", "foot", "notAsHoped"),
  text("Black: no direction is claimed.", "foot"),
  text('See the row "hoped-for direction".', "foot"),
];

function chanceNote(model: ScorecardModel, columns: readonly Column[], frame: Frame): Cell[] {
  const { tested } = countMarks(model, columns, frame);
  const share = (p: number) => Math.round(tested.value * p);
  return [
    text("What chance alone would do", "footHead"),
    formula(
      `=TEXT(${tested.formula},"#,##0")&" values were tested. By chance and the usual spread alone,"`,
      `${tested.value.toLocaleString("en-GB")} values were tested. By chance and the usual spread alone,`,
      "foot",
    ),
    formula(
      `="about "&ROUND((${tested.formula})*0.05,0)&" would carry a mark and about "&ROUND((${tested.formula})*0.002,0)&" a double one."`,
      `about ${share(0.05)} would carry a mark and about ${share(0.002)} a double one.`,
      "foot",
    ),
    ...[
      "A mark is a question, not a judgement: small practices,",
      "patients' ages and coding all play a part. Practices are",
      "listed by PCN and name, never ranked.",
    ].map((line) => text(line, "foot")),
  ];
}

function sourceNote(model: ScorecardModel, width: number): Cell[] {
  const sources = model.sources.map(({ name, period }) => `${name} ${periodLabel(period)}`).join("; ");
  const licence = model.illustrative
    ? "All figures are made up."
    : "Contains public sector information licensed under the Open Government Licence v3.0.";
  const words = `${sources}. Limits: funnel widened by the variation between practices, exact (mid-P) for small numbers, at 95 % and 99.8 %. ${licence} Every number and its formula: sheets Data and Methods.`;
  return [
    text("Sources", "footHead"),
    ...breakLines(words, width, 10)
      .slice(0, footRows - 1)
      .map((line) => text(line, "foot")),
  ];
}
