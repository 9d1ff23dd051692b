import { invalidArgument } from "../apiError";
import { drawnChart } from "./chartDrawing";
import { ChartRecord, DIMENSIONS, settingsStore, type ChartState } from "./chartRecord";
import { ChartSeriesCollection, seriesFrom } from "./chartSeries";
import { CHART } from "./chartShapes";
import { KeyedCollection } from "./collection";
import { Figure } from "./figure";
import { Range, rangeFrom } from "./range";
import { Recorded } from "./recorded";
import type { Workspace } from "./workspace";
import { Worksheet } from "./worksheet";

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
    return this.figure.left;
  }
  set left(points: number) {
    this.figure.left = points;
  }
  get top(): number {
    return this.figure.top;
  }
  set top(points: number) {
    this.figure.top = points;
  }
  get width(): number {
    return this.figure.width;
  }
  set width(points: number) {
    this.figure.width = points;
  }
  get height(): number {
    return this.figure.height;
  }
  set height(points: number) {
    this.figure.height = points;
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
