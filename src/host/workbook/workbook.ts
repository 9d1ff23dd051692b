import { areaOf } from "../engine/book";
import { Application } from "./application";
import { CustomXmlPartCollection } from "./customXml";
import { DocumentProperties } from "./documentProperties";
import { NamedItemCollection } from "./names";
import { NoteCollection } from "./notes";
import { Range } from "./range";
import { SettingCollection } from "./settings";
import { WorkbookProtection } from "./sheetProtection";
import { TableCollection } from "./tables";
import { Part } from "./workspace";
import { WorksheetCollection } from "./worksheets";

/** The root of the object model: `context.workbook`. */
export class Workbook extends Part {
  readonly typeName = "Workbook";

  override get scalars(): readonly string[] {
    return [
      "autoSave",
      "calculationEngineVersion",
      "chartDataPointTrack",
      "isDirty",
      "name",
      "previouslySaved",
      "readOnly",
      "usePrecisionAsDisplayed",
    ];
  }

  get application(): Application {
    return new Application(this.workspace);
  }
  get comments(): NoteCollection {
    return new NoteCollection(this.workspace, "comment");
  }
  get notes(): NoteCollection {
    return new NoteCollection(this.workspace, "note");
  }
  get customXmlParts(): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.workspace);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.workspace);
  }
  get properties(): DocumentProperties {
    return new DocumentProperties(this.workspace);
  }
  get protection(): WorkbookProtection {
    return new WorkbookProtection(this.workspace);
  }
  get settings(): SettingCollection {
    return new SettingCollection(this.workspace);
  }
  get tables(): TableCollection {
    return new TableCollection(this.workspace);
  }
  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.workspace);
  }

  get name(): string {
    return "Book1.xlsx";
  }
  get autoSave(): boolean {
    return false;
  }
  get calculationEngineVersion(): number {
    return this.application.calculationEngineVersion;
  }
  get chartDataPointTrack(): boolean {
    return true;
  }
  get isDirty(): boolean {
    return true;
  }
  get previouslySaved(): boolean {
    return false;
  }
  get readOnly(): boolean {
    return this.book.readOnly;
  }
  get usePrecisionAsDisplayed(): boolean {
    return false;
  }

  getSelectedRange(): Range {
    return new Range(this.workspace, this.book.getters.getActiveSheetId(), areaOf(this.book.getters.getSelectedZone()));
  }
  getActiveCell(): Range {
    const { sheetId, row, col } = this.book.getters.getActivePosition();
    return new Range(this.workspace, sheetId, { row, column: col, rows: 1, columns: 1 });
  }
}
