import { invalidArgument } from "../apiError";
import type { Json } from "../engine/types";
import { readColour } from "./colours";
import type { RuleState } from "./conditionalFormats";
import { Part, type Workspace } from "./workspace";

export type RuleType = "Custom" | "CellValue" | "IconSet" | "DataBar" | "ColorScale";

export interface RuleStore {
  read(): RuleState;
  change(part: Partial<RuleState>): void;
}

/** How cells look that meet a rule. */
export interface RuleStyle {
  readonly [key: string]: Json | undefined;
  readonly fill?: string | undefined;
  readonly color?: string | undefined;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly strikethrough?: boolean | undefined;
  readonly underline?: string | undefined;
  readonly numberFormat?: string | undefined;
}

/** `format.custom`, `format.cellValue` and their kin: each has the members that Office.js gives its type. */
export class ConditionalRule extends Part {
  readonly typeName: string;

  constructor(
    workspace: Workspace,
    private readonly type: RuleType,
    private readonly store: RuleStore,
  ) {
    super(workspace);
    this.typeName = type === "DataBar" ? "DataBarConditionalFormat" : `${type}ConditionalFormat`;
  }

  override get scalars(): readonly string[] {
    return {
      Custom: [],
      CellValue: ["rule"],
      IconSet: ["criteria", "reverseIconOrder", "showIconOnly", "style"],
      DataBar: ["showDataBarOnly"],
      ColorScale: ["criteria", "threeColorScale"],
    }[this.type];
  }

  /** For `custom` an object with the formula, for `cellValue` the operator and its formulas. */
  get rule(): unknown {
    return this.type === "Custom" ? new CustomRule(this.workspace, this.store) : (this.store.read()["rule"] ?? null);
  }
  set rule(value: unknown) {
    const rule = value as { readonly formula1?: unknown; readonly operator?: unknown } | null;
    if (typeof rule?.formula1 !== "string" || typeof rule.operator !== "string") throw invalidArgument();
    this.store.change({ rule: rule as Json });
  }
  get format(): RuleFormat {
    return new RuleFormat(this.workspace, this.store);
  }

  get style(): unknown {
    return this.store.read()["icons"] ?? "ThreeTrafficLights1";
  }
  set style(value: unknown) {
    this.store.change({ icons: value as Json });
  }
  get criteria(): unknown {
    return this.store.read()["criteria"] ?? null;
  }
  set criteria(value: unknown) {
    this.store.change({ criteria: value as Json });
  }
  get showIconOnly(): boolean {
    return this.store.read()["iconOnly"] === true;
  }
  set showIconOnly(value: boolean) {
    this.store.change({ iconOnly: value });
  }
  get reverseIconOrder(): boolean {
    return this.store.read()["reversed"] === true;
  }
  set reverseIconOrder(value: boolean) {
    this.store.change({ reversed: value });
  }
  get showDataBarOnly(): boolean {
    return this.store.read()["barOnly"] === true;
  }
  set showDataBarOnly(value: boolean) {
    this.store.change({ barOnly: value });
  }
  get threeColorScale(): boolean {
    return (this.store.read()["criteria"] as { readonly midpoint?: unknown } | undefined)?.midpoint !== undefined;
  }
}

class CustomRule extends Part {
  readonly typeName = "ConditionalFormatRule";
  constructor(
    workspace: Workspace,
    private readonly store: RuleStore,
  ) {
    super(workspace);
  }
  override get scalars(): readonly string[] {
    return ["formula"];
  }

  get formula(): string {
    return (this.store.read()["formula"] as string | undefined) ?? "";
  }
  set formula(value: string) {
    if (typeof value !== "string" || !value.startsWith("=")) throw invalidArgument();
    this.store.change({ formula: value });
  }
  get formulaLocal(): string {
    return this.formula;
  }
}

class RuleFormat extends Part {
  readonly typeName = "ConditionalRangeFormat";
  constructor(
    workspace: Workspace,
    private readonly store: RuleStore,
  ) {
    super(workspace);
  }
  override get scalars(): readonly string[] {
    return ["numberFormat"];
  }

  get numberFormat(): string | null {
    return styleOf(this.store).numberFormat ?? null;
  }
  set numberFormat(value: string) {
    restyle(this.store, { numberFormat: value });
  }
  get fill(): RuleFill {
    return new RuleFill(this.workspace, this.store);
  }
  get font(): RuleFont {
    return new RuleFont(this.workspace, this.store);
  }
  clearFormat(): void {
    this.store.change({ look: {} });
  }
}

class RuleFill extends Part {
  readonly typeName = "ConditionalRangeFill";
  constructor(
    workspace: Workspace,
    private readonly store: RuleStore,
  ) {
    super(workspace);
  }
  override get scalars(): readonly string[] {
    return ["color"];
  }
  get color(): string {
    return styleOf(this.store).fill ?? "";
  }
  set color(value: string) {
    restyle(this.store, { fill: readColour(value) });
  }
  clear(): void {
    restyle(this.store, { fill: undefined });
  }
}

class RuleFont extends Part {
  readonly typeName = "ConditionalRangeFont";
  constructor(
    workspace: Workspace,
    private readonly store: RuleStore,
  ) {
    super(workspace);
  }
  override get scalars(): readonly string[] {
    return ["bold", "color", "italic", "strikethrough", "underline"];
  }
  get color(): string {
    return styleOf(this.store).color ?? "";
  }
  set color(value: string) {
    restyle(this.store, { color: readColour(value) });
  }
  get bold(): boolean {
    return styleOf(this.store).bold === true;
  }
  set bold(value: boolean) {
    restyle(this.store, { bold: value });
  }
  get italic(): boolean {
    return styleOf(this.store).italic === true;
  }
  set italic(value: boolean) {
    restyle(this.store, { italic: value });
  }
  get strikethrough(): boolean {
    return styleOf(this.store).strikethrough === true;
  }
  set strikethrough(value: boolean) {
    restyle(this.store, { strikethrough: value });
  }
  get underline(): string {
    return styleOf(this.store).underline ?? "None";
  }
  set underline(value: string) {
    restyle(this.store, { underline: value });
  }
  clear(): void {
    restyle(this.store, { color: undefined, bold: undefined, italic: undefined, strikethrough: undefined, underline: undefined });
  }
}

export const styleOf = (store: RuleStore): RuleStyle => (store.read()["look"] ?? {}) as RuleStyle;

function restyle(store: RuleStore, part: RuleStyle): void {
  const kept = Object.entries({ ...styleOf(store), ...part }).filter(([, value]) => value !== undefined);
  store.change({ look: Object.fromEntries(kept) as Json });
}
