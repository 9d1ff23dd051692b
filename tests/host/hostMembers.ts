import * as engine from "@odoo/o-spreadsheet";
import { ClientCollection, ClientObject } from "../../src/host/clientObject";
import { Book } from "../../src/host/engine/book";
import { Workbook } from "../../src/host/workbook/workbook";
import { Workspace } from "../../src/host/workbook/workspace";

/** What the host answers for, by Office.js type: found by making one of everything and walking from object to object. */
export function hostMembers(): ReadonlyMap<string, ReadonlySet<string>> {
  const book = new Book(engine);
  const root = new Workbook(new Workspace(book));
  const found = new Map<string, Set<string>>();
  book.batch(() => {
    const made = makeOneOfEverything(root);
    for (const object of [root, ...made]) walk(object, found);
  });
  return found;
}

/** The beginning of a PNG of one pixel: more of it is not looked at. */
const PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";

function makeOneOfEverything(workbook: Workbook): readonly ClientObject[] {
  const sheet = workbook.worksheets.add("Members");
  const range = sheet.getRange("A1:B3");
  range.values = [
    ["x", "y"],
    [1, 2],
    [3, 4],
  ];
  const table = sheet.tables.add("A1:B3", true);
  const chart = sheet.charts.add("XYScatter", range, "Columns");
  const rules = ["Custom", "CellValue", "IconSet", "DataBar", "ColorScale"].map((type) =>
    sheet.getRange("D1:D9").conditionalFormats.add(type),
  );
  const comment = sheet.comments.add("F2", "c");
  sheet.customProperties.add("key", "value");
  workbook.settings.add("key", 1);
  return [
    ...[sheet, range, table, chart, ...rules, workbook.worksheets, sheet.getRanges("A1,B2"), table.columns.getItemAt(0), table.rows],
    ...[workbook.names.add("one_name", range), chart.series.getItemAt(0), workbook.customXmlParts.add("<a/>"), sheet.notes.add("F1", "n")],
    ...[
      comment,
      comment.replies.add("r"),
      rules[1]!.cellValue,
      rules[4]!.colorScale,
      workbook.properties.custom.add("k", 1),
      workbook.application,
    ],
    ...[workbook.customXmlParts.getByNamespace(""), range.getTables(), sheet.shapes.addImage(PICTURE)],
  ];
}

function walk(object: ClientObject, found: Map<string, Set<string>>): void {
  const known = found.has(object.typeName);
  const names = found.get(object.typeName) ?? new Set<string>();
  found.set(object.typeName, names);
  for (const name of namesOf(object)) names.add(name);
  if (known) return;
  for (const name of names) {
    const member = attempt(() => (object as unknown as Record<string, unknown>)[name]);
    if (member instanceof ClientObject) walk(member, found);
  }
  if (object instanceof ClientCollection) attempt(() => (object.all() as ClientObject[]).forEach((item) => walk(item, found)));
}

function namesOf(object: object): readonly string[] {
  const names: string[] = [];
  for (let at = object; at !== ClientObject.prototype && at !== Object.prototype; at = Object.getPrototypeOf(at) as object)
    names.push(...Object.getOwnPropertyNames(at));
  return names;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
