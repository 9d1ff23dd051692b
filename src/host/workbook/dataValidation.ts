import { intersect, type Area } from "../a1";
import type { Json } from "../engine/types";
import { Part, type Workspace } from "./workspace";

interface State {
  readonly [key: string]: Json | undefined;
  readonly rule?: Json;
  readonly prompt?: Json;
  readonly errorAlert?: Json;
  readonly ignoreBlanks?: boolean;
}

const NO_PROMPT = { message: "", showPrompt: true, title: "" };
const NO_ALERT = { message: "", showAlert: true, style: "Stop", title: "" };

/** The rule for what may be entered into a range; kept, not enforced: Excel does not enforce it on an add-in's writes either. */
export class DataValidation extends Part {
  readonly typeName = "DataValidation";

  constructor(
    workspace: Workspace,
    private readonly sheetId: string,
    private readonly area: Area,
  ) {
    super(workspace);
  }

  override get scalars(): readonly string[] {
    return ["errorAlert", "ignoreBlanks", "prompt", "rule", "type", "valid"];
  }

  get rule(): Json {
    if (this.isPart) return null;
    return this.state.rule ?? {};
  }
  set rule(value: Json) {
    this.change({ rule: value });
  }
  get prompt(): Json {
    return this.state.prompt ?? NO_PROMPT;
  }
  set prompt(value: Json) {
    this.change({ prompt: { ...NO_PROMPT, ...(value as object) } });
  }
  get errorAlert(): Json {
    return this.state.errorAlert ?? NO_ALERT;
  }
  set errorAlert(value: Json) {
    this.change({ errorAlert: { ...NO_ALERT, ...(value as object) } });
  }
  get ignoreBlanks(): boolean {
    return this.state.ignoreBlanks ?? true;
  }
  set ignoreBlanks(value: boolean) {
    this.change({ ignoreBlanks: value });
  }
  get type(): string {
    if (this.isPart) return "Inconsistent";
    const [kind] = Object.keys(this.rule as object);
    return kind === undefined ? "None" : kind.charAt(0).toUpperCase() + kind.slice(1);
  }
  /** Whether the present values obey the rule; only that there is none is known here. */
  get valid(): boolean | null {
    return this.type === "None" ? true : null;
  }

  clear(): void {
    const key = this.key;
    if (key === undefined) return;
    this.book.setExtra(key, undefined);
    this.book.setPlace(key, this.sheetId, undefined);
  }

  private get key(): string | undefined {
    return this.book.extraKeys(`validation|${this.sheetId}|`).find((key) => {
      const zone = this.book.place(key)?.[0]?.zone;
      return (
        zone &&
        intersect(this.area, { row: zone.top, column: zone.left, rows: zone.bottom - zone.top + 1, columns: zone.right - zone.left + 1 })
      );
    });
  }
  /** Whether only some of the cells have a rule. */
  private get isPart(): boolean {
    const zone = this.key === undefined ? undefined : this.book.place(this.key)?.[0]?.zone;
    if (!zone) return false;
    const { row, column, rows, columns } = this.book.clip(this.sheetId, this.area);
    return row < zone.top || column < zone.left || row + rows - 1 > zone.bottom || column + columns - 1 > zone.right;
  }
  private get state(): State {
    const key = this.key;
    return key === undefined ? {} : ((this.book.extra<Json>(key) ?? {}) as State);
  }
  private change(part: State): void {
    this.workspace.guardSheet(this.sheetId);
    const key = this.key ?? `validation|${this.sheetId}|${this.book.newId("v")}`;
    this.book.grow(this.sheetId, this.area);
    this.book.setExtra(key, { ...this.state, ...part } as Json);
    this.book.setPlace(key, this.sheetId, [this.book.clip(this.sheetId, this.area)]);
  }
}
