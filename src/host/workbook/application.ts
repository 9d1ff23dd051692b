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

  get calculationMode(): string {
    return this.book.extra<string>("calculationMode") ?? "Automatic";
  }
  set calculationMode(value: string) {
    if (!MODES.includes(value)) throw invalidArgument();
    // What was written before in this request was written under the mode of that time.
    this.book.evaluate();
    const waited = this.book.calculatesByHand();
    this.book.setExtra("calculationMode", value);
    if (waited && value !== "Manual") this.book.recalculate();
  }
  get calculationState(): string {
    this.book.evaluate();
    return this.book.pending ? "Pending" : "Done";
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
