import { itemNotFound } from "../apiError";
import type { Json } from "../engine/types";
import { drawnChart } from "./chartDrawing";
import { Range } from "./range";
import type { Store } from "./recorded";
import type { Workspace } from "./workspace";

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

export type Dimension = "values" | "x" | "sizes";

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

/** What was set by path, in the part of the record that is given. */
export const settingsStore = (
  read: () => Readonly<Record<string, Json>>,
  write: (settings: Readonly<Record<string, Json>>) => void,
): Store => ({
  get: (path) => read()[path],
  set: (path, value) => {
    const others = Object.entries(read()).filter(([key]) => key !== path);
    write(Object.fromEntries(value === undefined ? others : [...others, [path, value]]));
  },
});

export const DIMENSIONS: readonly Dimension[] = ["values", "x", "sizes"];
