// A navigation property needs no load of its own; the rules take it for a value.
/* eslint-disable office-addins/load-object-before-read */
/** Comments, dropdowns, colour rules and lines that officers put on a scorecard are there again when it is built anew. */
import { createScorecard } from "../../src/actions/createScorecard";
import { columnName } from "../../src/sheet/a1";
import { officersWorkbook, valuesOf, withoutPractice } from "../support/workbooks";
import { smallArea, smallRequest } from "../torture/smallArea";

const four = smallArea(4);
const request = { ...smallRequest, sheets: { practicePages: ["X00002", "X00004"] } };

it("the care put into an added column: dropdown, colour rule, lines and comments went with it when it was built anew", async () => {
  const excel = await officersWorkbook();
  await createScorecard(withoutPractice(four, "X00001"), request);
  const place = async () => {
    const values = await valuesOf(excel, "Scorecard");
    const codes = values.findIndex((row) => row.includes("code") && row.includes("notes"));
    return {
      values,
      codes,
      row: (code: string) => values.findIndex(([each]) => each === code) + 1,
      added: columnName(values[codes]!.indexOf("action") + 1),
    };
  };
  const { codes, row, added } = await place();
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Scorecard");
    sheet.getRange(`${added}${codes}`).values = [["Premises"]];
    const body = sheet.getRange(`${added}${codes + 2}:${added}${codes + 4}`);
    body.values = [["good"], ["poor"], ["good"]];
    body.dataValidation.rule = { list: { inCellDropDown: true, source: "good,poor" } };
    body.dataValidation.errorAlert = { title: "Premises", message: "good or poor", style: "Stop", showAlert: true };
    const rule = body.conditionalFormats.add("Custom");
    rule.custom.rule.formula = `=${added}${codes + 2}="poor"`;
    rule.custom.format.fill.color = "#FFCCCC";
    const border = sheet.getRange(`${added}${row("X00003")}`).format.borders.getItem("EdgeBottom");
    border.style = "Continuous";
    border.weight = "Thick";
    border.color = "#005EB8";
    sheet.comments.add(sheet.getRange(`${added}${row("X00003")}`), "Seen by NHS Property in May");
    sheet.comments.add(sheet.getRange(`D${row("X00004")}`), "List was cleaned");
    const comment = sheet.comments.add(sheet.getRange(`B${row("X00002")}`), "Who visits?");
    comment.replies.add("I do, on Monday");
    const page = context.workbook.worksheets.getItem("Practice X00004");
    page.comments.add(page.getRange("A1"), "Closes in June");
    await context.sync();
  });
  const receipt = await createScorecard(withoutPractice(four, "X00004"), request);
  const after = await place();
  const found = await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Scorecard");
    const cell = (address: string) => sheet.getRange(address);
    const { dataValidation } = cell(`${after.added}${after.codes + 2}:${after.added}${after.codes + 4}`);
    dataValidation.load({ rule: true, errorAlert: true });
    const rules = sheet.getRange(`${after.added}:${after.added}`).conditionalFormats;
    rules.load({ type: true });
    const border = cell(`${after.added}${after.row("X00003")}`).format.borders.getItem("EdgeBottom");
    border.load({ weight: true, color: true, style: true });
    const { comments } = sheet;
    comments.load({ content: true });
    await context.sync();
    const { custom } = rules.items[0]!;
    custom.load({ rule: { formula: true }, format: { fill: { color: true } } });
    const at = (range: Excel.Range) => (range.load({ address: true }), range);
    const said = comments.items.map((comment) => at(comment.getLocation()));
    await context.sync();
    return {
      dropdown: [dataValidation.rule.list?.source, dataValidation.errorAlert.message],
      rules: rules.items.length,
      rule: [custom.rule.formula, custom.format.fill.color],
      border: [border.style, border.weight, border.color],
      comments: said.map(({ address }, i) => [address.split("!")[1], comments.items[i]!.content]),
    };
  });
  expect(found).toEqual({
    dropdown: ["good,poor", "good or poor"],
    rules: 1,
    rule: [`=${after.added}${after.codes + 2}="poor"`, "#FFCCCC"],
    border: ["Continuous", "Thick", "#005EB8"],
    comments: [
      [`${after.added}${after.row("X00003")}`, "You wrote: Seen by NHS Property in May"],
      [`B${after.row("X00002")}`, "You wrote: Who visits?\nYou wrote: I do, on Monday"],
    ],
  });
  expect(after.values.flat()).toEqual(
    expect.arrayContaining([
      `Scorecard!D${row("X00004")}, comment`,
      "You wrote: List was cleaned",
      "Practice X00004!A1, comment",
      "You wrote: Closes in June",
    ]),
  );
  expect(receipt.columnsKept).toBe(1);
  // Once more: nothing is said twice, nothing grows.
  await createScorecard(withoutPractice(four, "X00004"), request);
  const again = await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Scorecard");
    const rules = sheet.getRange(`${after.added}:${after.added}`).conditionalFormats;
    rules.load({ type: true });
    sheet.comments.load({ content: true });
    await context.sync();
    return [rules.items.length, sheet.comments.items.map(({ content }) => content)];
  });
  expect(again).toEqual([1, ["You wrote: Seen by NHS Property in May", "You wrote: Who visits?\nYou wrote: I do, on Monday"]]);
});
