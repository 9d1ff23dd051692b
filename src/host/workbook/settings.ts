import { invalidArgument } from "../apiError";
import type { Json } from "../engine/types";
import { KeyedCollection } from "./collection";
import { Part, type Workspace } from "./workspace";

/** A value that the add-in keeps in the document: `workbook.settings`. */
export class Setting extends Part {
  readonly typeName = "Setting";
  constructor(
    workspace: Workspace,
    readonly key: string,
  ) {
    super(workspace);
  }
  override get itemKey(): string {
    return this.key;
  }
  override get scalars(): readonly string[] {
    return ["key", "value"];
  }
  get value(): Json {
    return this.book.extra<Json>(`setting||${this.key}`) ?? null;
  }
  set value(value: Json) {
    this.book.setExtra(`setting||${this.key}`, value);
  }
  delete(): void {
    this.book.setExtra(`setting||${this.key}`, undefined);
  }
}

export class SettingCollection extends KeyedCollection<Setting> {
  readonly typeName = "SettingCollection";
  all(): readonly Setting[] {
    return this.book.extraKeys("setting||").map((key) => new Setting(this.workspace, key.slice("setting||".length)));
  }
  /** Adds or replaces. */
  add(key: string, value: Json): Setting {
    if (typeof key !== "string" || key === "") throw invalidArgument();
    const setting = new Setting(this.workspace, key);
    setting.value = value ?? null;
    return setting;
  }
  /** Keys are told apart by case. */
  protected override find(key: string | number): Setting | undefined {
    return this.all().find((setting) => setting.key === String(key));
  }
}

/** A property that the add-in gives a sheet: `worksheet.customProperties`. Keys are found without regard to case. */
export class WorksheetCustomProperty extends Part {
  readonly typeName = "WorksheetCustomProperty";
  constructor(
    workspace: Workspace,
    private readonly extraKey: string,
    readonly key: string,
  ) {
    super(workspace);
  }
  override get itemKey(): string {
    return this.key;
  }
  override get scalars(): readonly string[] {
    return ["key", "value"];
  }
  get name(): string {
    return this.key;
  }
  get value(): string {
    return this.book.extra<string>(this.extraKey) ?? "";
  }
  set value(value: string) {
    this.book.setExtra(this.extraKey, value);
  }
  delete(): void {
    this.book.setExtra(this.extraKey, undefined);
  }
}

export class WorksheetCustomPropertyCollection extends KeyedCollection<WorksheetCustomProperty> {
  readonly typeName = "WorksheetCustomPropertyCollection";
  constructor(
    workspace: Workspace,
    private readonly sheetId: string,
  ) {
    super(workspace);
  }
  all(): readonly WorksheetCustomProperty[] {
    return this.book.extraKeys(this.prefix).map((key) => new WorksheetCustomProperty(this.workspace, key, key.slice(this.prefix.length)));
  }
  add(key: string, value: string): WorksheetCustomProperty {
    if (typeof key !== "string" || key === "" || typeof value !== "string") throw invalidArgument();
    const property = this.find(key) ?? new WorksheetCustomProperty(this.workspace, this.prefix + key, key);
    property.value = value;
    return property;
  }
  private get prefix(): string {
    return `property|${this.sheetId}|`;
  }
}
