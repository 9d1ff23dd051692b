import { invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from "../apiError";
import { formatAddress, quoteSheetName, splitReference, parseAddress, type Area } from "../a1";
import { areaOf, rangeData } from "../engine/book";
import type { Json } from "../engine/types";
import { nameKey, type NameExtra } from "../formulas/bookScope";
import { KeyedCollection } from "./collection";
import { Range } from "./range";
import { isTableName, nameIsTaken } from "./table";
import { Part, type Workspace } from "./workspace";
import { Worksheet } from "./worksheet";

/**
 * A defined name. A range lives in the engine, so that it moves with the cells: under the name itself for the workbook, under a name that
 * tells the sheet for a name of one sheet. What is no range is text that formulas put in its place.
 */
export class NamedItem extends Part {
  readonly typeName = "NamedItem";

  constructor(
    workspace: Workspace,
    private readonly key: string,
  ) {
    super(workspace);
  }

  override get itemKey(): string {
    return this.name;
  }
  override get scalars(): readonly string[] {
    return ["comment", "formula", "name", "scope", "type", "value", "visible"];
  }

  get name(): string {
    return this.extra.name;
  }
  get scope(): string {
    return this.sheetId === undefined ? "Workbook" : "Worksheet";
  }
  get comment(): string {
    return this.extra.comment;
  }
  set comment(value: string) {
    this.keep({ comment: value });
  }
  get visible(): boolean {
    return this.extra.visible;
  }
  set visible(value: boolean) {
    this.keep({ visible: value });
  }
  get type(): string {
    if (this.range) return "Range";
    const { value } = this;
    return typeof value === "number"
      ? "Double"
      : typeof value === "boolean"
        ? "Boolean"
        : String(value).startsWith("#")
          ? "Error"
          : "String";
  }
  get formula(): string {
    return this.range ? `=${this.reference}` : (this.extra.formula ?? "=#REF!");
  }
  set formula(value: string) {
    const { name, comment } = this.extra;
    const place = placeOf(this.workspace, this.sheetId, value);
    const { range } = this;
    if (place && range) {
      // A range in place of a range: formulas look the name up when they are calculated.
      this.book.grow(place.sheetId, place.area);
      const engineName = this.extra.engineName ?? name;
      this.book.dispatch("UPDATE_NAMED_RANGE", {
        sheetId: place.sheetId,
        oldRangeName: engineName,
        newRangeName: engineName,
        ranges: [rangeData(place.sheetId, place.area)],
      });
      return;
    }
    const make = define(this.workspace, this.sheetId, name, value);
    this.workspace.scope.redefining(() => {
      this.forget();
      make(comment);
    }, name);
  }
  /** The address of a range; otherwise what the formula comes to. */
  get value(): unknown {
    if (this.range) return this.reference;
    const sheetId = this.sheetId ?? this.book.getters.getActiveSheetId();
    const found = this.book.getters.evaluateFormula(sheetId, this.extra.formula ?? "=NA()");
    return Array.isArray(found) ? found[0]?.[0] : found;
  }
  get worksheet(): Worksheet {
    if (this.sheetId === undefined) throw invalidOperation();
    return new Worksheet(this.workspace, this.sheetId);
  }
  get worksheetOrNullObject(): Worksheet | null {
    return this.sheetId === undefined ? null : this.worksheet;
  }

  getRange(): Range {
    const { range } = this;
    if (!range) throw itemNotFound();
    return range;
  }
  getRangeOrNullObject(): Range | null {
    return this.range ?? null;
  }
  delete(): void {
    this.workspace.scope.redefining(() => this.forget(), this.name);
  }

  private get extra(): NameExtra {
    const name = this.key.slice(this.key.lastIndexOf("|") + 1);
    const extra = this.book.extra<NameExtra>(this.key);
    if (extra) return extra;
    const drawn = this.book.getters.getNamedRange(name);
    if (!drawn) throw itemNotFound();
    return { name: drawn.name, comment: "", visible: true, engineName: null, formula: null };
  }
  private get sheetId(): string | undefined {
    return this.key.split("|")[1] || undefined;
  }
  private get range(): Range | undefined {
    const named = this.book.getters.getNamedRange(this.extra.engineName ?? this.name);
    return named && new Range(this.workspace, named.range.sheetId, areaOf(named.range.zone));
  }
  private get reference(): string {
    const { range } = this;
    return range ? `${quoteSheetName(this.workspace.sheetName(range.sheetId))}!${formatAddress(range.area, true)}` : "";
  }
  private keep(part: Partial<NameExtra>): void {
    this.book.setExtra(this.key, { ...this.extra, ...part } as Json);
  }
  private forget(): void {
    const engineName = this.extra.engineName ?? this.name;
    if (this.book.getters.getNamedRange(engineName)) this.book.dispatch("DELETE_NAMED_RANGE", { name: engineName });
    this.book.setExtra(this.key, undefined);
  }
}

/** The names of a workbook or, with a sheet, of that sheet. */
export class NamedItemCollection extends KeyedCollection<NamedItem> {
  readonly typeName = "NamedItemCollection";

  constructor(
    workspace: Workspace,
    private readonly sheetId?: string,
  ) {
    super(workspace);
  }

  all(): readonly NamedItem[] {
    const keys = new Set(this.book.extraKeys(nameKey(this.sheetId, "")));
    // A person may have named a range in the grid.
    if (this.sheetId === undefined)
      for (const { name } of this.book.getters.getNamedRanges()) if (!/^xl_\d+_/.test(name)) keys.add(nameKey(undefined, name));
    return [...keys].map((key) => new NamedItem(this.workspace, key));
  }

  add(name: string, reference: unknown, comment?: string): NamedItem {
    if (typeof name !== "string" || !isTableName(name)) throw invalidArgument();
    const taken = this.sheetId === undefined ? nameIsTaken(this.workspace, name) : this.find(name) !== undefined;
    if (taken) throw itemAlreadyExists();
    const make = define(this.workspace, this.sheetId, name, reference);
    this.workspace.scope.redefining(() => make(comment ?? ""), name);
    return new NamedItem(this.workspace, nameKey(this.sheetId, name));
  }
  addFormulaLocal(name: string, formula: string, comment?: string): NamedItem {
    return this.add(name, formula, comment);
  }
}

/** Reads what a name is to mean, and gives back how to define it; nothing is changed when the meaning is refused. */
function define(workspace: Workspace, sheetId: string | undefined, name: string, meaning: unknown): (comment: string) => void {
  const { book } = workspace;
  const place = placeOf(workspace, sheetId, meaning);
  const engineName = sheetId === undefined ? null : `xl_${book.getters.getSheetIds().indexOf(sheetId)}_${name}`;
  const extra = { name, visible: true, engineName: place ? engineName : null, formula: place ? null : String(meaning) };
  return (comment) => {
    if (place) {
      book.grow(place.sheetId, place.area);
      // Without the sheet the engine measures the range against the sheet that is in front.
      book.dispatch("CREATE_NAMED_RANGE", {
        sheetId: place.sheetId,
        name: engineName ?? name,
        ranges: [rangeData(place.sheetId, place.area)],
      });
    }
    book.setExtra(nameKey(sheetId, name), { ...extra, comment });
  };
}

function placeOf(
  workspace: Workspace,
  sheetId: string | undefined,
  meaning: unknown,
): { readonly sheetId: string; readonly area: Area } | undefined {
  if (meaning instanceof Range) return meaning;
  if (typeof meaning === "number" || typeof meaning === "boolean") return undefined;
  if (typeof meaning !== "string" || !meaning.startsWith("=")) throw invalidArgument();
  const { sheet, address } = splitReference(meaning.slice(1));
  const found = sheet === undefined ? sheetId : workspace.book.getters.getSheetIdByName(sheet);
  if (!/^\$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?$/i.test(address)) return undefined;
  if (found === undefined) throw invalidArgument();
  return { sheetId: found, area: parseAddress(address) };
}
