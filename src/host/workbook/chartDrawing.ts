import { formatAddress, quoteSheetName } from "../a1";
import type { Json } from "../engine/types";
import type { ChartRecord } from "./chartRecord";
import type { Range } from "./range";

/** The engine's kinds of chart; what it has not is drawn as columns. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^XYScatter|^Bubble/, "scatter"],
  [/^Line/, "line"],
  [/^Pie|^Doughnut/, "pie"],
  [/^Radar/, "radar"],
];

/**
 * The engine's picture of a chart, as near as it comes: its scatter has one set of x values for all series and draws points without lines.
 * So of series with x values of their own only those that share the first one's are drawn; all are kept and read back.
 */
export function drawnChart(record: ChartRecord): object {
  const { state } = record;
  const kind = KINDS.find(([type]) => type.test(state.type))?.[1] ?? "bar";
  const drawn = state.series.flatMap((series) => {
    const values = record.range(series.id, "values");
    return values ? [{ series, values: address(values), x: record.range(series.id, "x") }] : [];
  });
  const labels = drawn[0]?.x && address(drawn[0].x);
  const together = kind === "scatter" ? drawn.filter(({ x }) => (x && address(x)) === labels) : drawn;
  const setting = (path: string): Json | undefined => state.settings[path];
  const axis = (name: string): object => ({
    title: { text: String(setting(`axes.${name}.title.text`) ?? "") },
    ...bound("min", setting(`axes.${name}.minimum`)),
    ...bound("max", setting(`axes.${name}.maximum`)),
  });
  return {
    type: kind,
    title: { text: setting("title.visible") === false ? "" : String(setting("title.text") ?? "") },
    dataSource: {
      type: "range",
      dataSets: together.map(({ values }, i) => ({ dataRange: values, dataSetId: String(i) })),
      ...(labels === undefined ? {} : { labelRange: labels }),
      dataSetsHaveTitle: false,
    },
    dataSetStyles: Object.fromEntries(together.map(({ series }, i) => [String(i), { label: series.name, ...colourOf(series.settings) }])),
    axesDesign: { x: axis("categoryAxis"), y: axis("valueAxis") },
    legendPosition: setting("legend.visible") === false ? "none" : String(setting("legend.position") ?? "Right").toLowerCase(),
    background: "#FFFFFF",
    humanize: false,
    ...(kind === "bar" ? { stacked: /Stacked/.test(state.type), horizontal: /^Bar/.test(state.type) } : {}),
    ...(kind === "line" ? { stacked: false, cumulative: false, labelsAsText: false, aggregated: false } : {}),
    ...(kind === "scatter" ? { labelsAsText: false, aggregated: false } : {}),
  };
}

const address = (range: Range): string => `${quoteSheetName(range.workspace.sheetName(range.sheetId))}!${formatAddress(range.area)}`;

const bound = (name: string, value: Json | undefined): object => (typeof value === "number" ? { [name]: value } : {});

function colourOf(settings: Readonly<Record<string, Json>>): object {
  const colour = settings["format.fill.solid"] ?? settings["markerBackgroundColor"] ?? settings["format.line.color"];
  return typeof colour === "string" && colour !== "" ? { backgroundColor: colour } : {};
}
