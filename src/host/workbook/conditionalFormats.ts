import { invalidArgument, invalidOperation } from "../apiError";
import { intersect, type Area } from "../a1";
import { rangeData } from "../engine/book";
import type { Json } from "../engine/types";
import { KeyedCollection } from "./collection";
import { ConditionalRule, type RuleType } from "./conditionalRules";
import { Range } from "./range";
import { RangeAreas } from "./rangeAreas";
import { Part, type Workspace } from "./workspace";
import { drawnRules } from "./conditionalDrawing";

/** All that a rule says, apart from where it applies. */
export interface RuleState {
  readonly [key: string]: Json | undefined;
  readonly type: string;
  readonly stopIfTrue?: boolean;
}

interface EngineRule {
  readonly id: string;
  readonly ranges: readonly string[];
}

const keyOf = (sheetId: string, id: string): string => `cf|${sheetId}|${id}`;
const orderKey = (sheetId: string): string => `cforder|${sheetId}`;
const placeKey = (sheetId: string, id: string): string => `cfplace|${sheetId}|${id}`;

/** One conditional format. What it says is side data; where it applies moves with the cells; the engine draws what it can. */
export class ConditionalFormat extends Part {
  readonly typeName = "ConditionalFormat";

  constructor(
    workspace: Workspace,
    private readonly sheetId: string,
    readonly id: string,
  ) {
    super(workspace);
  }

  override get itemKey(): string {
    return this.id;
  }
  override get scalars(): readonly string[] {
    return ["id", "priority", "stopIfTrue", "type"];
  }

  get type(): string {
    return this.state.type;
  }
  get stopIfTrue(): boolean {
    return this.state.stopIfTrue === true;
  }
  set stopIfTrue(value: boolean) {
    this.change({ stopIfTrue: value });
  }
  /** 0 is looked at first. */
  get priority(): number {
    return idsOn(this.workspace, this.sheetId).indexOf(this.id);
  }
  set priority(value: number) {
    const others = idsOn(this.workspace, this.sheetId).filter((id) => id !== this.id);
    if (!(Number.isInteger(value) && value >= 0 && value <= others.length)) throw invalidArgument();
    this.book.setExtra(orderKey(this.sheetId), [...others.slice(0, value), this.id, ...others.slice(value)]);
    redraw(this.workspace, this.sheetId);
  }

  get custom(): ConditionalRule {
    return this.rule("Custom");
  }
  get customOrNullObject(): ConditionalRule | null {
    return this.type === "Custom" ? this.custom : null;
  }
  get cellValue(): ConditionalRule {
    return this.rule("CellValue");
  }
  get cellValueOrNullObject(): ConditionalRule | null {
    return this.type === "CellValue" ? this.cellValue : null;
  }
  get iconSet(): ConditionalRule {
    return this.rule("IconSet");
  }
  get iconSetOrNullObject(): ConditionalRule | null {
    return this.type === "IconSet" ? this.iconSet : null;
  }
  get dataBar(): ConditionalRule {
    return this.rule("DataBar");
  }
  get dataBarOrNullObject(): ConditionalRule | null {
    return this.type === "DataBar" ? this.dataBar : null;
  }
  get colorScale(): ConditionalRule {
    return this.rule("ColorScale");
  }
  get colorScaleOrNullObject(): ConditionalRule | null {
    return this.type === "ColorScale" ? this.colorScale : null;
  }

  getRange(): Range {
    const areas = this.areas;
    if (areas.length !== 1 || !areas[0]) throw invalidOperation();
    return new Range(this.workspace, this.sheetId, areas[0]);
  }
  getRangeOrNullObject(): Range | null {
    return this.areas.length === 1 ? this.getRange() : null;
  }
  getRanges(): RangeAreas {
    return new RangeAreas(this.workspace, this.sheetId, this.areas);
  }
  delete(): void {
    this.workspace.guardSheet(this.sheetId, "allowFormatCells");
    this.book.setExtra(keyOf(this.sheetId, this.id), undefined);
    this.book.setPlace(placeKey(this.sheetId, this.id), this.sheetId, undefined);
    const left = idsOn(this.workspace, this.sheetId).filter((id) => id !== this.id);
    this.book.setExtra(orderKey(this.sheetId), [...left]);
    redraw(this.workspace, this.sheetId);
  }

  get areas(): readonly Area[] {
    return areasOf(this.workspace, this.sheetId, this.id);
  }

  private get state(): RuleState {
    return stateOf(this.workspace, this.sheetId, this.id);
  }
  private rule(type: RuleType): ConditionalRule {
    if (this.type !== type) throw invalidOperation();
    return new ConditionalRule(this.workspace, type, { read: () => this.readState(), change: (part) => this.change(part) });
  }
  /** The engine moves the references in a formula when rows are inserted, so a drawn rule's formula is read from there. */
  private readState(): RuleState {
    if (this.book.isPending(redrawKey(this.sheetId))) return this.state;
    const drawn = this.book.getters.getConditionalFormats(this.sheetId).find((rule) => rule.id === this.id);
    const rule = drawn?.rule as { readonly type: string; readonly values?: readonly string[] } | undefined;
    return this.type === "Custom" && rule?.values?.[0] !== undefined ? { ...this.state, formula: rule.values[0] } : this.state;
  }
  private change(part: Partial<RuleState>): void {
    this.workspace.guardSheet(this.sheetId, "allowFormatCells");
    this.book.setExtra(keyOf(this.sheetId, this.id), { ...this.readState(), ...part } as Json);
    redraw(this.workspace, this.sheetId);
  }
}

const TYPES = ["Custom", "DataBar", "ColorScale", "IconSet", "TopBottom", "PresetCriteria", "ContainsText", "CellValue"];

/** The conditional formats that touch a range. */
export class ConditionalFormatCollection extends KeyedCollection<ConditionalFormat> {
  readonly typeName = "ConditionalFormatCollection";

  constructor(
    workspace: Workspace,
    private readonly sheetId: string,
    private readonly areas: readonly Area[],
  ) {
    super(workspace);
  }

  all(): readonly ConditionalFormat[] {
    return idsOn(this.workspace, this.sheetId)
      .map((id) => new ConditionalFormat(this.workspace, this.sheetId, id))
      .filter((format) => format.areas.some((area) => this.areas.some((own) => intersect(own, area))));
  }

  /** The newest rule comes first, as in Excel's list of rules. */
  add(type: string): ConditionalFormat {
    if (!TYPES.includes(type)) throw invalidArgument();
    this.workspace.guardSheet(this.sheetId, "allowFormatCells");
    const id = this.book.newId("cf");
    const present = this.areas.map((area) => {
      this.book.grow(this.sheetId, area);
      return this.book.clip(this.sheetId, area);
    });
    this.book.setExtra(keyOf(this.sheetId, id), { type });
    this.book.setPlace(placeKey(this.sheetId, id), this.sheetId, present);
    this.book.setExtra(orderKey(this.sheetId), [id, ...idsOn(this.workspace, this.sheetId)]);
    return new ConditionalFormat(this.workspace, this.sheetId, id);
  }

  clearAll(): void {
    for (const format of this.all()) format.delete();
  }
}

const idsOn = (workspace: Workspace, sheetId: string): readonly string[] =>
  workspace.book.extra<readonly string[]>(orderKey(sheetId)) ?? [];

function areasOf(workspace: Workspace, sheetId: string, id: string): readonly Area[] {
  const places = workspace.book.place(placeKey(sheetId, id)) ?? [];
  return places.map(({ zone }) => ({
    row: zone.top,
    column: zone.left,
    rows: zone.bottom - zone.top + 1,
    columns: zone.right - zone.left + 1,
  }));
}

function stateOf(workspace: Workspace, sheetId: string, id: string): RuleState {
  const state = workspace.book.extra<Json>(keyOf(sheetId, id)) as RuleState | undefined;
  if (!state) throw invalidOperation();
  return state;
}

const redrawKey = (sheetId: string): string => `redraw|${sheetId}`;

/** A rule is made by several assignments, so it is drawn at the end of the request. */
function redraw(workspace: Workspace, sheetId: string): void {
  workspace.book.later(redrawKey(sheetId), () => {
    if (workspace.book.getters.tryGetSheet(sheetId)) drawAll(workspace, sheetId);
  });
}

/** Draws the sheet's rules anew, in their order: the engine lets the earlier rule win. */
function drawAll(workspace: Workspace, sheetId: string): void {
  const { book } = workspace;
  for (const rule of book.getters.getConditionalFormats(sheetId) as readonly EngineRule[])
    book.dispatch("REMOVE_CONDITIONAL_FORMAT", { sheetId, id: rule.id });
  for (const id of idsOn(workspace, sheetId))
    for (const { cf, areas } of drawnRules(workspace, sheetId, id, stateOf(workspace, sheetId, id), areasOf(workspace, sheetId, id)))
      book.dispatch("ADD_CONDITIONAL_FORMAT", { sheetId, cf, ranges: areas.map((area) => rangeData(sheetId, area)) });
}
