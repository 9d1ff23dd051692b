import { invalidArgument } from "../apiError";
import { lastColumn, lastRow, type Area } from "../a1";
import { ClientCollection } from "../clientObject";
import { zoneOf, type Book } from "../engine/book";
import type { Edge, EdgePosition } from "../engine/borderPlugin";
import type { EngineBorder, Position } from "../engine/types";
import { readColour, showColour } from "./colours";
import type { Cells } from "./format";
import { Part, type Workspace } from "./workspace";

/** Which line of a range each of Excel's names means. Diagonals are kept by nobody yet. */
const POSITIONS: Readonly<Record<string, EdgePosition>> = {
  EdgeTop: "top",
  EdgeBottom: "bottom",
  EdgeLeft: "left",
  EdgeRight: "right",
  InsideHorizontal: "h",
  InsideVertical: "v",
};

const STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"];
const WEIGHTS: Readonly<Record<string, string>> = { Hairline: "thin", Thin: "thin", Medium: "medium", Thick: "thick" };
const DRAWN: Readonly<Record<string, string>> = {
  Dash: "dashed",
  DashDot: "dashed",
  DashDotDot: "dashed",
  SlantDashDot: "dashed",
  Dot: "dotted",
};
const SHOWN: Readonly<Record<string, readonly [string, string]>> = {
  thin: ["Continuous", "Thin"],
  medium: ["Continuous", "Medium"],
  thick: ["Continuous", "Thick"],
  dashed: ["Dash", "Thin"],
  dotted: ["Dot", "Thin"],
};

type Side = "top" | "bottom" | "left" | "right";

export class RangeBorder extends Part {
  readonly typeName = "RangeBorder";

  constructor(
    workspace: Workspace,
    private readonly cells: Cells,
    readonly sideIndex: string,
  ) {
    super(workspace);
  }

  override get itemKey(): string {
    return this.sideIndex;
  }
  override get scalars(): readonly string[] {
    return ["color", "sideIndex", "style", "tintAndShade", "weight"];
  }

  get id(): string {
    return this.sideIndex;
  }
  get tintAndShade(): number {
    return 0;
  }

  get style(): string | null {
    return this.read((edge) => edge?.xlStyle ?? "None");
  }
  set style(value: string) {
    if (!STYLES.includes(value)) throw invalidArgument();
    this.draw(value === "None" ? undefined : { ...this.present(), xlStyle: value });
  }

  get weight(): string | null {
    return this.read((edge) => edge?.xlWeight ?? "Thin");
  }
  /** Setting a weight or a colour draws the line if there was none. */
  set weight(value: string) {
    if (!(value in WEIGHTS)) throw invalidArgument();
    this.draw({ ...this.present(), xlWeight: value });
  }

  get color(): string | null {
    return this.read((edge) => showColour(edge?.color ?? "#000000"));
  }
  set color(value: string) {
    this.draw({ ...this.present(), color: readColour(value) });
  }

  private present(): Edge {
    const nothing: Edge = { style: "thin", color: "#000000", xlStyle: "Continuous", xlWeight: "Thin" };
    const edge = this.edges()[0];
    return edge ?? nothing;
  }

  private draw(edge: Edge | undefined): void {
    const { sheetId, areas } = this.cells;
    this.workspace.guardSheet(sheetId, "allowFormatCells");
    const position = POSITIONS[this.sideIndex];
    if (!position) return;
    for (const area of areas) {
      this.book.grow(sheetId, area);
      const target = [zoneOf(this.book.clip(sheetId, area))];
      const drawn = edge && { ...edge, style: DRAWN[edge.xlStyle] ?? WEIGHTS[edge.xlWeight] ?? "thin" };
      this.book.dispatch("HOST_SET_EDGES", { sheetId, target, position, ...(drawn ? { edge: drawn } : {}) });
    }
  }

  private read<T>(of: (edge: Edge | undefined) => T): T | null {
    const found = this.edges().map(of);
    if (found.length === 0) return of(undefined);
    return found.every((each) => each === found[0]) ? (found[0] as T) : null;
  }

  private edges(): readonly (Edge | undefined)[] {
    const { sheetId, areas } = this.cells;
    return areas.flatMap((area) =>
      linesOf(this.sideIndex, this.book.clip(sheetId, area)).map(([row, col, side]) => edgeOf(this.book, { sheetId, row, col }, side)),
    );
  }
}

export class BorderCollection extends ClientCollection<RangeBorder> {
  readonly typeName = "RangeBorderCollection";

  constructor(
    private readonly workspace: Workspace,
    private readonly cells: Cells,
  ) {
    super();
  }

  override get scalars(): readonly string[] {
    return ["count"];
  }

  all(): readonly RangeBorder[] {
    return Object.keys(POSITIONS).map((name) => new RangeBorder(this.workspace, this.cells, name));
  }
  get count(): number {
    return this.all().length;
  }

  getItem(sideIndex: string): RangeBorder {
    if (!(sideIndex in POSITIONS) && !/^Diagonal(Up|Down)$/.test(sideIndex)) throw invalidArgument();
    return new RangeBorder(this.workspace, this.cells, sideIndex);
  }

  getItemAt(index: number): RangeBorder {
    const item = this.all()[index];
    if (!item) throw invalidArgument();
    return item;
  }
}

const NEIGHBOUR: Readonly<Record<Side, { readonly rows: number; readonly columns: number; readonly opposite: Side }>> = {
  top: { rows: -1, columns: 0, opposite: "bottom" },
  bottom: { rows: 1, columns: 0, opposite: "top" },
  left: { rows: 0, columns: -1, opposite: "right" },
  right: { rows: 0, columns: 1, opposite: "left" },
};

/** An edge belongs to the cell on either side of it. */
function edgeOf(book: Book, at: Position, side: Side): Edge | undefined {
  const own = sideOf(book.getters.getCellBorder(at), side);
  if (own) return own;
  const { rows, columns, opposite } = NEIGHBOUR[side];
  const next = { sheetId: at.sheetId, row: at.row + rows, col: at.col + columns };
  return next.row < 0 || next.col < 0 ? undefined : sideOf(book.getters.getCellBorder(next), opposite);
}

function sideOf(border: EngineBorder | null, side: Side): Edge | undefined {
  const found = border?.[side] as (Partial<Edge> & { readonly style: string }) | undefined;
  if (!found) return undefined;
  const [style, weight] = SHOWN[found.style] ?? ["Continuous", "Thin"];
  return {
    style: found.style,
    color: String(found.color ?? "#000000"),
    xlStyle: found.xlStyle ?? style,
    xlWeight: found.xlWeight ?? weight,
  };
}

/** The cells, and the side of each, that make up one line of an area. */
function linesOf(name: string, area: Area): readonly (readonly [row: number, column: number, side: Side])[] {
  const rows = Array.from({ length: area.rows }, (_, i) => area.row + i);
  const columns = Array.from({ length: area.columns }, (_, i) => area.column + i);
  switch (name) {
    case "EdgeTop":
      return columns.map((column) => [area.row, column, "top"]);
    case "EdgeBottom":
      return columns.map((column) => [lastRow(area), column, "bottom"]);
    case "EdgeLeft":
      return rows.map((row) => [row, area.column, "left"]);
    case "EdgeRight":
      return rows.map((row) => [row, lastColumn(area), "right"]);
    case "InsideHorizontal":
      return rows.slice(1).flatMap((row) => columns.map((column) => [row, column, "top"] as const));
    case "InsideVertical":
      return columns.slice(1).flatMap((column) => rows.map((row) => [row, column, "left"] as const));
    default:
      return [];
  }
}
