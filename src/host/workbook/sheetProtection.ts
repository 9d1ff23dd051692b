import { accessDenied } from "../apiError";
import type { Json } from "../engine/types";
import { Part, type Workspace } from "./workspace";

const OPTIONS = [
  ...["allowAutoFilter", "allowDeleteColumns", "allowDeleteRows", "allowEditObjects", "allowEditScenarios", "allowFormatCells"],
  ...[
    "allowFormatColumns",
    "allowFormatRows",
    "allowInsertColumns",
    "allowInsertHyperlinks",
    "allowInsertRows",
    "allowPivotTables",
    "allowSort",
  ],
] as const;

/**
 * A sheet's protection. Protecting a protected sheet, or taking off protection that is not there, is refused with AccessDenied:
 * https://github.com/OfficeDev/office-js/issues/6784
 */
export class WorksheetProtection extends Part {
  readonly typeName = "WorksheetProtection";

  constructor(
    workspace: Workspace,
    private readonly sheetId: string,
  ) {
    super(workspace);
  }

  override get scalars(): readonly string[] {
    return ["options", "protected"];
  }

  get protected(): boolean {
    return this.workspace.isProtected(this.sheetId);
  }
  get options(): Json {
    const kept = this.book.extra<Readonly<Record<string, Json>>>(this.key) ?? {};
    const options = Object.fromEntries(OPTIONS.map((name) => [name, kept[name] ?? false]));
    return { ...options, selectionMode: kept["selectionMode"] ?? "Normal" };
  }

  protect(options?: Readonly<Record<string, Json>>, password?: string): void {
    if (this.protected) throw accessDenied();
    this.book.setExtra(this.key, { ...options, ...(password ? { password } : {}) });
  }
  unprotect(password?: string): void {
    if (!this.protected) throw accessDenied();
    const expected = this.book.extra<Readonly<Record<string, Json>>>(this.key)?.["password"];
    if (expected !== undefined && expected !== password) throw accessDenied();
    this.book.setExtra(this.key, undefined);
  }

  private get key(): string {
    return `protection|${this.sheetId}`;
  }
}

/** Protection of the workbook's structure. */
export class WorkbookProtection extends Part {
  readonly typeName = "WorkbookProtection";
  override get scalars(): readonly string[] {
    return ["protected"];
  }
  get protected(): boolean {
    return this.book.extra("workbookProtection") !== undefined;
  }
  protect(password?: string): void {
    if (this.protected) throw accessDenied();
    this.book.setExtra("workbookProtection", { password: password ?? null });
  }
  unprotect(password?: string): void {
    const kept = this.book.extra<{ readonly password: string | null }>("workbookProtection");
    if (!kept || (kept.password !== null && kept.password !== password)) throw accessDenied();
    this.book.setExtra("workbookProtection", undefined);
  }
}
