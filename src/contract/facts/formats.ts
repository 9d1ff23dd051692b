import { api, assumed, docs, onNewSheet, type Contract } from "../contract";

/** Looks, and how they read back. */
export const formats: readonly Contract[] = [
  {
    id: "mixed-formats-read-null",
    rule: "formats",
    says: "a property that differs within the range reads as null",
    source: docs("develop/application-specific-api-model#blank-and-null-values-in-excel-add-ins"),
    expected: [null, "#005EB8"],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A1").format.font.color = "#005EB8";
        const mixed = sheet.getRange("A1:B1");
        const single = sheet.getRange("A1");
        mixed.load("format/font/color");
        single.load("format/font/color");
        await context.sync();
        return [mixed.format.font.color as unknown, single.format.font.color];
      }),
  },
  {
    id: "no-fill-is-white",
    rule: "formats",
    says: "a cell without a fill reads as white",
    source: assumed("seen in Excel's own samples; not documented"),
    expected: "#FFFFFF",
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const cell = sheet.getRange("A1");
        cell.load("format/fill/color");
        await context.sync();
        return cell.format.fill.color;
      }),
  },
  {
    id: "formats-come-back",
    rule: "formats",
    says: "font, alignment and wrapping read as they were set",
    source: docs("excel/excel-add-ins-ranges-set-format"),
    expected: ["Arial", 9.5, true, "Right", "Center", 2, true],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const { format } = sheet.getRange("A1:B2");
        format.font.name = "Arial";
        format.font.size = 9.5;
        format.font.bold = true;
        format.horizontalAlignment = "Right";
        format.verticalAlignment = "Center";
        format.indentLevel = 2;
        format.wrapText = true;
        format.load("font/name,font/size,font/bold,horizontalAlignment,verticalAlignment,indentLevel,wrapText");
        await context.sync();
        const { font } = format;
        return [font.name, font.size, font.bold, format.horizontalAlignment, format.verticalAlignment, format.indentLevel, format.wrapText];
      }),
  },
  {
    id: "borders-are-shared",
    rule: "formats",
    says: "the lower edge of one cell is the upper edge of the next",
    source: assumed("as the grid shows it"),
    expected: ["Continuous", "Hairline", "#AEB7BD", "None"],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const edge = sheet.getRange("A1:B1").format.borders.getItem("EdgeBottom");
        edge.style = "Continuous";
        edge.weight = "Hairline";
        edge.color = "#AEB7BD";
        const shared = sheet.getRange("A2:B2").format.borders.getItem("EdgeTop");
        const other = sheet.getRange("A2:B2").format.borders.getItem("EdgeBottom");
        shared.load("style,weight,color");
        other.load("style");
        await context.sync();
        return [shared.style, shared.weight, shared.color, other.style];
      }),
  },
  {
    id: "inside-borders",
    rule: "formats",
    says: "inner lines are not edges",
    source: api("excel.borderindex"),
    expected: ["Continuous", "None"],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const { borders } = sheet.getRange("A1:A3").format;
        borders.getItem("InsideHorizontal").style = "Continuous";
        const inner = borders.getItem("InsideHorizontal");
        const edge = borders.getItem("EdgeBottom");
        inner.load("style");
        edge.load("style");
        await context.sync();
        return [inner.style, edge.style];
      }),
  },
  {
    id: "sizes-in-points",
    rule: "formats",
    says: "column widths and row heights are in points, and null where they differ",
    source: api("excel.rangeformat#excel-excel-rangeformat-columnwidth-member"),
    expected: [37.5, 31.5, null],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A:A").format.columnWidth = 37.5;
        sheet.getRange("1:1").format.rowHeight = 31.5;
        const one = sheet.getRange("A1").format;
        const two = sheet.getRange("A1:B1").format;
        one.load("columnWidth,rowHeight");
        two.load("columnWidth");
        await context.sync();
        return [one.columnWidth, one.rowHeight, two.columnWidth as unknown];
      }),
  },
  {
    id: "newest-rule-first",
    rule: "formats",
    says: "a new conditional format comes before the older ones",
    source: api("excel.conditionalformatcollection#excel-excel-conditionalformatcollection-add-member(1)"),
    expected: [1, 0],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const range = sheet.getRange("A1:A5");
        const first = range.conditionalFormats.add("Custom");
        first.custom.rule.formula = "=A1>1";
        const second = range.conditionalFormats.add("Custom");
        second.custom.rule.formula = "=A1>2";
        first.load("priority");
        second.load("priority");
        await context.sync();
        return [first.priority, second.priority];
      }),
  },
  {
    id: "rules-read-back",
    rule: "formats",
    says: "a custom rule over several areas reads as it was set, and moves with its cells",
    source: api("excel.customconditionalformat"),
    expected: ['=B2="▲▲"', "#964400", true, "A2:A5,C2:C5", '=B3="▲▲"', "A3:A6,C3:C6"],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const rule = sheet.getRanges("A2:A5,C2:C5").conditionalFormats.add("Custom");
        rule.custom.rule.formula = '=B2="▲▲"';
        rule.custom.format.font.color = "#964400";
        rule.custom.format.font.bold = true;
        rule.load("custom/rule/formula,custom/format/font/color,custom/format/font/bold");
        const areas = rule.getRanges();
        areas.load("address");
        await context.sync();
        const { font } = rule.custom.format;
        const before = [rule.custom.rule.formula, font.color, font.bold, areas.address.replace(/[^,]*!/g, "")];
        sheet.getRange("1:1").insert("Down");
        rule.load("custom/rule/formula");
        const moved = rule.getRanges();
        moved.load("address");
        await context.sync();
        return [...before, rule.custom.rule.formula, moved.address.replace(/[^,]*!/g, "")];
      }),
  },
];
