import { invalidArgument, itemNotFound } from "../apiError";
import type { Area } from "../a1";
import type { Json } from "../engine/types";
import { peekValue, readValues } from "./cells";
import { drawnChart } from "./chartDrawing";
import { CHART, SERIES } from "./chartShapes";
import { KeyedCollection } from "./collection";
import { Figure } from "./figure";
import { POINTS_PER_PIXEL } from "./format";
import { Range, rangeFrom } from "./range";
import { Recorded, type Store } from "./recorded";
import type { Workspace } from "./workspace";
import { Worksheet } from "./worksheet";

/** What is kept of a chart: its series, and all that was set on it by path. */
export interface ChartState {
  readonly [key: string]: Json;
  readonly name: string;
  readonly type: string;
  readonly series: readonly SeriesState[];
  readonly settings: Readonly<Record<string, Json>>;
}

export interface SeriesState {
  readonly [key: string]: Json;
  readonly id: string;
  readonly name: string;
  readonly settings: Readonly<Record<string, Json>>;
}

type Dimension = "values" | "x" | "sizes";

/** A chart's record, and the places its numbers come from, which move with their cells. */
export class ChartRecord {
  constructor(
    readonly workspace: Workspace,
    readonly sheetId: string,
    readonly id: string,
  ) {}

  get key(): string {
    return `chart|${this.sheetId}|${this.id}`;
  }
  get state(): ChartState {
    const state = this.workspace.book.extra<ChartState>(this.key);
    if (!state) throw itemNotFound();
    return state;
  }
  change(part: Partial<ChartState>): void {
    this.workspace.guardSheet(this.sheetId, "allowEditObjects");
    this.workspace.book.setExtra(this.key, { ...this.state, ...part } as Json);
    this.redraw();
  }
  changeSeries(id: string, part: Partial<SeriesState>): void {
    this.change({ series: this.state.series.map((each) => (each.id === id ? ({ ...each, ...part } as SeriesState) : each)) });
  }
  range(series: string, dimension: Dimension): Range | undefined {
    const place = this.workspace.book.place(this.placeKey(series, dimension))?.[0];
    if (!place) return undefined;
    const { left, top, right, bottom } = place.zone;
    return new Range(this.workspace, place.sheetId, { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 });
  }
  setRange(series: string, dimension: Dimension, range: Range | undefined): void {
    const { book } = this.workspace;
    if (range) book.grow(range.sheetId, range.area);
    book.setPlace(this.placeKey(series, dimension), range?.sheetId ?? this.sheetId, range && [range.area]);
    this.redraw();
  }
  private placeKey(series: string, dimension: Dimension): string {
    return `chartData|${this.sheetId}|${this.id}|${series}|${dimension}`;
  }
  private redraw(): void {
    const { book } = this.workspace;
    book.later(`draw ${this.key}`, () => {
      if (!book.extra(this.key)) return;
      const definition = drawnChart(this);
      book.dispatch("UPDATE_CHART", { sheetId: this.sheetId, chartId: this.id, figureId: `figure${this.id}`, definition });
    });
  }
}

const settingsStore = (read: () => Readonly<Record<string, Json>>, write: (settings: Readonly<Record<string, Json>>) => void): Store => ({
  get: (path) => read()[path],
  set: (path, value) => {
    const others = Object.entries(read()).filter(([key]) => key !== path);
    write(Object.fromEntries(value === undefined ? others : [...others, [path, value]]));
  },
});

export class Chart extends Recorded {
  private readonly record: ChartRecord;
  private readonly figure: Figure;

  constructor(workspace: Workspace, sheetId: string, id: string) {
    const record = new ChartRecord(workspace, sheetId, id);
    const store = settingsStore(
      () => record.state.settings,
      (settings) => record.change({ settings }),
    );
    super(workspace, CHART, store);
    this.record = record;
    this.figure = new Figure(workspace, sheetId, `figure${id}`);
  }

  override get itemKey(): string {
    return this.record.id;
  }
  override get scalars(): readonly string[] {
    return [...super.scalars, "chartType", "height", "id", "left", "name", "top", "width"];
  }

  get id(): string {
    return this.record.id;
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.workspace, this.record.sheetId);
  }
  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.record);
  }
  get name(): string {
    return this.record.state.name;
  }
  set name(value: string) {
    this.record.change({ name: value });
  }
  get chartType(): string {
    return this.record.state.type;
  }
  set chartType(value: string) {
    this.record.change({ type: value });
  }

  get left(): number {
    return this.figure.corner.left * POINTS_PER_PIXEL;
  }
  set left(points: number) {
    this.figure.place({ left: points / POINTS_PER_PIXEL });
  }
  get top(): number {
    return this.figure.corner.top * POINTS_PER_PIXEL;
  }
  set top(points: number) {
    this.figure.place({ top: points / POINTS_PER_PIXEL });
  }
  get width(): number {
    return this.figure.width * POINTS_PER_PIXEL;
  }
  set width(points: number) {
    this.figure.place({ width: points / POINTS_PER_PIXEL });
  }
  get height(): number {
    return this.figure.height * POINTS_PER_PIXEL;
  }
  set height(points: number) {
    this.figure.place({ height: points / POINTS_PER_PIXEL });
  }

  /** From the upper left corner of one cell to the lower right corner of another. */
  setPosition(startCell: unknown, endCell?: unknown): void {
    const first = rangeFrom(this.workspace, this.record.sheetId, startCell).area;
    this.book.grow(this.record.sheetId, first);
    const left = this.figure.sizes("COL", 0, first.column);
    const top = this.figure.sizes("ROW", 0, first.row);
    if (endCell === undefined) return this.figure.place({ left, top });
    const last = rangeFrom(this.workspace, this.record.sheetId, endCell).area;
    this.book.grow(this.record.sheetId, last);
    const width = this.figure.sizes("COL", first.column, last.column + last.columns);
    this.figure.place({ left, top, width, height: this.figure.sizes("ROW", first.row, last.row + last.rows) });
  }
  setData(source: Range, seriesBy?: string): void {
    seriesFrom(this.record, source, seriesBy);
  }
  activate(): void {
    this.worksheet.activate();
  }
  delete(): void {
    const { record } = this;
    this.figure.delete();
    for (const { id } of record.state.series) for (const each of DIMENSIONS) record.setRange(id, each, undefined);
    this.book.setExtra(record.key, undefined);
  }
}

const DIMENSIONS: readonly Dimension[] = ["values", "x", "sizes"];

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

export class ChartCollection extends KeyedCollection<Chart> {
  readonly typeName = "ChartCollection";
  constructor(
    workspace: Workspace,
    private readonly sheetId: string,
  ) {
    super(workspace);
  }
  all(): readonly Chart[] {
    const prefix = `chart|${this.sheetId}|`;
    return this.book.extraKeys(prefix).map((key) => new Chart(this.workspace, this.sheetId, key.slice(prefix.length)));
  }
  add(type: string, source: Range, seriesBy?: string): Chart {
    if (!(source instanceof Range)) throw invalidArgument();
    this.workspace.guardSheet(this.sheetId, "allowEditObjects");
    const id = this.book.newId("chart");
    const record = new ChartRecord(this.workspace, this.sheetId, id);
    const state: ChartState = { name: `Chart ${this.all().length + 1}`, type, series: [], settings: {} };
    this.book.setExtra(record.key, state);
    seriesFrom(record, source, seriesBy);
    this.book.dispatch("CREATE_CHART", {
      sheetId: this.sheetId,
      figureId: `figure${id}`,
      chartId: id,
      col: 1,
      row: 1,
      offset: { x: 0, y: 0 },
      size: { width: 480, height: 288 },
      definition: drawnChart(record),
    });
    return new Chart(this.workspace, this.sheetId, id);
  }
}

/** One series for each column (or row) after the first, which gives the categories or the x values; a text on top is its name. */
function seriesFrom(record: ChartRecord, source: Range, seriesBy = "Auto"): void {
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
