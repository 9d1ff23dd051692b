import { itemNotFound } from "../apiError";
import type { Area } from "../a1";
import type { Json } from "../engine/types";
import { peekValue, readValues } from "./cells";
import { DIMENSIONS, settingsStore, type ChartRecord, type SeriesState } from "./chartRecord";
import { SERIES } from "./chartShapes";
import { KeyedCollection } from "./collection";
import { Range } from "./range";
import { Recorded } from "./recorded";

export class ChartSeries extends Recorded {
  constructor(
    private readonly record: ChartRecord,
    private readonly seriesId: string,
  ) {
    const state = (): SeriesState => {
      const found = record.state.series.find((each) => each.id === seriesId);
      if (!found) throw itemNotFound();
      return found;
    };
    const store = settingsStore(
      () => state().settings,
      (settings) => record.changeSeries(seriesId, { settings }),
    );
    super(record.workspace, SERIES, store);
  }

  override get itemKey(): string {
    return this.seriesId;
  }
  override get scalars(): readonly string[] {
    return [...super.scalars, "chartType", "name"];
  }
  get name(): string {
    return this.record.state.series.find((each) => each.id === this.seriesId)?.name ?? "";
  }
  set name(value: string) {
    this.record.changeSeries(this.seriesId, { name: value });
  }
  get chartType(): string {
    const own = this.record.state.series.find((each) => each.id === this.seriesId)?.["type"];
    return typeof own === "string" ? own : this.record.state.type;
  }
  set chartType(value: string) {
    this.record.changeSeries(this.seriesId, { type: value });
  }

  setValues(range: Range): void {
    this.record.setRange(this.seriesId, "values", range);
  }
  setXAxisValues(range: Range): void {
    this.record.setRange(this.seriesId, "x", range);
  }
  setBubbleSizes(range: Range): void {
    this.record.setRange(this.seriesId, "sizes", range);
  }
  /** The numbers of one dimension: "Values", "XValues" or "Categories". */
  getDimensionValues(dimension: string): Json {
    const range = this.record.range(this.seriesId, dimension === "Values" ? "values" : "x");
    return range ? readValues(this.workspace, range.sheetId, range.area).flat() : [];
  }
  delete(): void {
    for (const each of DIMENSIONS) this.record.setRange(this.seriesId, each, undefined);
    this.record.change({ series: this.record.state.series.filter((each) => each.id !== this.seriesId) });
  }
}

export class ChartSeriesCollection extends KeyedCollection<ChartSeries> {
  readonly typeName = "ChartSeriesCollection";
  constructor(private readonly record: ChartRecord) {
    super(record.workspace);
  }
  all(): readonly ChartSeries[] {
    return this.record.state.series.map(({ id }) => new ChartSeries(this.record, id));
  }
  add(name?: string, index?: number): ChartSeries {
    const { series } = this.record.state;
    const id = this.book.newId("s");
    const at = index ?? series.length;
    const made: SeriesState = { id, name: name ?? `Series${series.length + 1}`, settings: {} };
    this.record.change({ series: [...series.slice(0, at), made, ...series.slice(at)] });
    return new ChartSeries(this.record, id);
  }
}

/** One series for each column (or row) after the first, which gives the categories or the x values; a text on top is its name. */
export function seriesFrom(record: ChartRecord, source: Range, seriesBy = "Auto"): void {
  const byColumns = seriesBy === "Columns" || (seriesBy !== "Rows" && source.area.rows >= source.area.columns);
  const { area, sheetId } = source;
  const strip = (index: number): Area =>
    byColumns ? { ...area, column: area.column + index, columns: 1 } : { ...area, row: area.row + index, rows: 1 };
  const below = (whole: Area): Area =>
    byColumns ? { ...whole, row: whole.row + 1, rows: whole.rows - 1 } : { ...whole, column: whole.column + 1, columns: whole.columns - 1 };
  const count = byColumns ? area.columns : area.rows;
  const top = (index: number): unknown => {
    const { row, column } = strip(index);
    return peekValue(record.workspace, { sheetId, row, col: column });
  };
  const hasNames = (byColumns ? area.rows : area.columns) > 1 && typeof top(count - 1) === "string";
  const range = (index: number): Range => new Range(record.workspace, sheetId, hasNames ? below(strip(index)) : strip(index));
  const first = count > 1 ? 1 : 0;
  const series = Array.from({ length: count - first }, (_, i): SeriesState => {
    const name = hasNames ? String(top(i + first)) : `Series${i + 1}`;
    return { id: record.workspace.book.newId("s"), name, settings: {} };
  });
  record.workspace.book.setExtra(record.key, { ...record.state, series } as Json);
  series.forEach(({ id }, i) => {
    record.setRange(id, "values", range(i + first));
    if (first === 1) record.setRange(id, "x", range(0));
  });
}
