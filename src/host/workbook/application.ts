import { invalidArgument } from "../apiError";
import { Part } from "./workspace";

const MODES = ["Automatic", "AutomaticExceptTables", "Manual"];

export class Application extends Part {
  readonly typeName = "Application";
  override get scalars(): readonly string[] {
    return [
      "calculationEngineVersion",
      "calculationMode",
      "calculationState",
      "decimalSeparator",
      "thousandsSeparator",
      "useSystemSeparators",
    ];
  }

  /** Kept for the add-in to read; this host always calculates. */
  get calculationMode(): string {
    return this.book.extra<string>("calculationMode") ?? "Automatic";
  }
  set calculationMode(value: string) {
    if (!MODES.includes(value)) throw invalidArgument();
    this.book.setExtra("calculationMode", value);
  }
  get calculationState(): string {
    return "Done";
  }
  get calculationEngineVersion(): number {
    return 191029;
  }
  get decimalSeparator(): string {
    return ".";
  }
  get thousandsSeparator(): string {
    return ",";
  }
  get useSystemSeparators(): boolean {
    return true;
  }

  calculate(type: string): void {
    if (!["Recalculate", "Full", "FullRebuild"].includes(type)) throw invalidArgument();
    this.book.recalculate();
  }
  /** A request is drawn and evaluated once as it is, so there is nothing to suspend. */
  suspendApiCalculationUntilNextSync(): void {}
  suspendScreenUpdatingUntilNextSync(): void {}
}
