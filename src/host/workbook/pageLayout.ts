import { invalidArgument, itemNotFound } from "../apiError";
import { isWholeColumns, isWholeRows, parseAddress, type Area } from "../a1";
import { areaOf } from "../engine/book";
import type { Json } from "../engine/types";
import { rangeAreasFrom, RangeAreas } from "./rangeAreas";
import { Range } from "./range";
import { Part, type Workspace } from "./workspace";

type Stored = Readonly<Record<string, Json>>;

/** Points, as Excel's "Normal" margins: 0.7 inches at the sides, 0.75 above and below, 0.3 for headers and footers. */
const DEFAULTS = {
  orientation: "Portrait",
  paperSize: "A4",
  zoom: { scale: 100 },
  leftMargin: 50.4,
  rightMargin: 50.4,
  topMargin: 54,
  bottomMargin: 54,
  headerMargin: 21.6,
  footerMargin: 21.6,
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
  printHeadings: false,
  blackAndWhite: false,
  draftMode: false,
  printOrder: "DownThenOver",
  printComments: "NoComments",
  printErrors: "AsDisplayed",
  firstPageNumber: "",
} as const;

const ORIENTATIONS = ["Portrait", "Landscape"];

abstract class StoredPart extends Part {
  constructor(
    workspace: Workspace,
    protected readonly sheetId: string,
  ) {
    super(workspace);
  }
  protected get stored(): Stored {
    return this.book.extra<Stored>(`page|${this.sheetId}`) ?? {};
  }
  protected store(part: Stored): void {
    this.book.setExtra(`page|${this.sheetId}`, { ...this.stored, ...part });
  }
}

/** How a sheet prints. All of it is side data; print area and titles move with the cells. */
export class PageLayout extends StoredPart {
  readonly typeName = "PageLayout";

  override get scalars(): readonly string[] {
    return Object.keys(DEFAULTS);
  }
  get headersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.workspace, this.sheetId);
  }

  setting(name: string): Json {
    return this.stored[name] ?? (DEFAULTS as Stored)[name] ?? null;
  }
  set(name: string, value: Json): void {
    if (name === "orientation" && !ORIENTATIONS.includes(String(value))) throw invalidArgument();
    if (name.endsWith("Margin") && !(Number(value) >= 0)) throw invalidArgument();
    this.store({ [name]: value });
  }

  setPrintArea(area: unknown): void {
    const areas = area instanceof RangeAreas ? area.list : [areaFrom(area)];
    this.book.setPlace(
      `printArea|${this.sheetId}`,
      this.sheetId,
      areas.map((each) => this.present(each)),
    );
  }
  getPrintArea(): RangeAreas {
    return this.getPrintAreaOrNullObject() ?? rangeAreasFrom(this.workspace, this.sheetId, "A1:XFD1048576");
  }
  getPrintAreaOrNullObject(): RangeAreas | null {
    const areas = this.placesOf("printArea");
    return areas.length > 0 ? new RangeAreas(this.workspace, this.sheetId, areas) : null;
  }

  setPrintTitleRows(rows: unknown): void {
    const area = areaFrom(rows);
    if (!isWholeRows(area)) throw invalidArgument();
    this.book.setPlace(`titleRows|${this.sheetId}`, this.sheetId, [this.present(area)]);
  }
  getPrintTitleRows(): Range {
    const rows = this.getPrintTitleRowsOrNullObject();
    if (!rows) throw itemNotFound();
    return rows;
  }
  getPrintTitleRowsOrNullObject(): Range | null {
    const area = this.placesOf("titleRows")[0];
    return area ? new Range(this.workspace, this.sheetId, { ...area, column: 0, columns: 16_384 }) : null;
  }
  setPrintTitleColumns(columns: unknown): void {
    const area = areaFrom(columns);
    if (!isWholeColumns(area)) throw invalidArgument();
    this.book.setPlace(`titleColumns|${this.sheetId}`, this.sheetId, [this.present(area)]);
  }
  getPrintTitleColumns(): Range {
    const columns = this.getPrintTitleColumnsOrNullObject();
    if (!columns) throw itemNotFound();
    return columns;
  }
  getPrintTitleColumnsOrNullObject(): Range | null {
    const area = this.placesOf("titleColumns")[0];
    return area ? new Range(this.workspace, this.sheetId, { ...area, row: 0, rows: 1_048_576 }) : null;
  }
  /** Margins in other units than points. */
  setPrintMargins(unit: string, margins: Readonly<Record<string, number>>): void {
    const points = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 }[unit];
    if (points === undefined) throw invalidArgument();
    for (const [side, value] of Object.entries(margins)) this.set(`${side}Margin`, value * points);
  }

  private placesOf(kind: string): readonly Area[] {
    return (this.book.place(`${kind}|${this.sheetId}`) ?? []).map((range) => areaOf(range.zone));
  }
  private present(area: Area): Area {
    this.book.grow(this.sheetId, area);
    return this.book.clip(this.sheetId, area);
  }
}

for (const name of Object.keys(DEFAULTS))
  Object.defineProperty(PageLayout.prototype, name, {
    configurable: true,
    get(this: PageLayout) {
      return this.setting(name);
    },
    set(this: PageLayout, value: Json) {
      this.set(name, value);
    },
  });

class HeaderFooterGroup extends StoredPart {
  readonly typeName = "HeaderFooterGroup";
  override get scalars(): readonly string[] {
    return ["state", "useSheetMargins", "useSheetScale"];
  }
  get state(): Json {
    return this.stored["headerState"] ?? "Default";
  }
  set state(value: Json) {
    this.store({ headerState: value });
  }
  get useSheetMargins(): Json {
    return this.stored["useSheetMargins"] ?? true;
  }
  set useSheetMargins(value: Json) {
    this.store({ useSheetMargins: value });
  }
  get useSheetScale(): Json {
    return this.stored["useSheetScale"] ?? true;
  }
  set useSheetScale(value: Json) {
    this.store({ useSheetScale: value });
  }
  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.workspace, this.sheetId, "all");
  }
  get firstPage(): HeaderFooter {
    return new HeaderFooter(this.workspace, this.sheetId, "first");
  }
  get evenPages(): HeaderFooter {
    return new HeaderFooter(this.workspace, this.sheetId, "even");
  }
  get oddPages(): HeaderFooter {
    return new HeaderFooter(this.workspace, this.sheetId, "odd");
  }
}

const PARTS = ["leftHeader", "centerHeader", "rightHeader", "leftFooter", "centerFooter", "rightFooter"] as const;

class HeaderFooter extends StoredPart {
  readonly typeName = "HeaderFooter";
  constructor(
    workspace: Workspace,
    sheetId: string,
    private readonly pages: string,
  ) {
    super(workspace, sheetId);
  }
  override get scalars(): readonly string[] {
    return PARTS;
  }
  part(name: string): Json {
    return this.stored[`${this.pages}.${name}`] ?? "";
  }
  setPart(name: string, value: Json): void {
    this.store({ [`${this.pages}.${name}`]: value });
  }
}

for (const name of PARTS)
  Object.defineProperty(HeaderFooter.prototype, name, {
    get(this: HeaderFooter) {
      return this.part(name);
    },
    set(this: HeaderFooter, value: Json) {
      this.setPart(name, value);
    },
  });

function areaFrom(given: unknown): Area {
  if (given instanceof Range) return given.area;
  if (typeof given !== "string") throw invalidArgument();
  return parseAddress(given);
}
