import { expandLet } from "../../src/host/formulas/letLambda";
import { renameColumns, renameTable } from "../../src/host/formulas/rename";
import type { FormulaTable } from "../../src/host/formulas/structured";
import { fromEngine, toEngine, type FormulaScope } from "../../src/host/formulas/translate";

/** tblScore stands in A4:C8 of Score: a heading, three rows, totals. Every case can be checked by eye on that picture. */
const table: FormulaTable = {
  sheetId: "score",
  sheetName: "My score",
  zone: { left: 0, top: 3, right: 2, bottom: 7 },
  hasHeader: true,
  hasTotals: true,
  columns: new Map([
    ["practice", 0],
    ["list size", 1],
    ["a]b", 2],
  ]),
};
const scope: FormulaScope = {
  mayMention: () => true,
  table: (name) => (name.toLowerCase() === "tblscore" ? table : undefined),
  tableAt: ({ sheetId, row }) => (sheetId === "score" && row >= 3 && row <= 7 ? table : undefined),
  name: (name) => (name === "z_95" ? "(1.96)" : undefined),
};
const inRow6 = { sheetId: "score", row: 5, col: 2 };
const elsewhere = { sheetId: "other", row: 0, col: 0 };

test.each([
  ["=SUM(tblScore[List size])", "=SUM($B$5:$B$7)"],
  ["=SUM(TBLSCORE[list size])", "=SUM($B$5:$B$7)"],
  ["=[@Practice]", "=$A6"],
  ["=[@[List size]]*2", "=$B6*2"],
  ["=tblScore[[#This Row],[List size]]", "=$B6"],
  ["=tblScore[[#Headers],[List size]]", "=$B$4"],
  ["=tblScore[[#Totals],[List size]]", "=$B$8"],
  ["=ROWS(tblScore[#All])", "=ROWS($A$4:$C$8)"],
  ["=ROWS(tblScore)", "=ROWS($A$5:$C$7)"],
  ["=SUM(tblScore[[Practice]:[List size]])", "=SUM($A$5:$B$7)"],
  ["=tblScore[a']b]", "=$C$5:$C$7"],
  ["=z_95*2", "=(1.96)*2"],
  ['="tblScore[List size]"', '="tblScore[List size]"'],
  ["='tblScore'!A1", "='tblScore'!A1"],
  ["=_xlfn.XLOOKUP(1,_xlfn._xlws.SORT(A1:A3),B1:B3)", "=XLOOKUP(1,SORT(A1:A3),B1:B3)"],
  ["=_xldudf_SCORECARD_PATIENTS_PER_GP(A1,B1)", "=SCORECARD.PATIENTS_PER_GP(A1,B1)"],
  ["=@A1:A9", "=A6"],
  ['="say ""yes"""', '=("say "&CHAR(34)&"yes"&CHAR(34)&"")'],
  ["=tblscores+1", "=tblscores+1"],
])("%s is %s to the engine", (written, engine) => {
  expect(toEngine(written, inRow6, scope).formula).toBe(engine);
});

test("from another sheet the table's sheet is named", () => {
  expect(toEngine("=SUM(tblScore[List size])", elsewhere, scope).formula).toBe("=SUM('My score'!$B$5:$B$7)");
});

test("a column that is not there is reported, and so is a row outside the table", () => {
  expect(toEngine("=SUM(tblScore[Nothing])", inRow6, scope).unknown).toEqual(["tblScore[Nothing]"]);
  expect(toEngine("=tblScore[@Practice]", { sheetId: "score", row: 20, col: 5 }, scope).unknown).toEqual(["tblScore[@Practice]"]);
});

test("references go back to where their meaning stands, and nowhere else", () => {
  const back = fromEngine("=$B6+$B60+$B6:$B9+Other!$B6", ["[@[List size]]"], inRow6, scope);
  expect(back).toBe("=[@[List size]]+$B60+$B6:$B9+Other!$B6");
});

test("a renamed table is renamed in references, not in text", () => {
  expect(renameTable('=SUM(tblScore[List size])&"tblScore"&ROWS(tblScore)', "tblscore", "tblNew")).toBe(
    '=SUM(tblNew[List size])&"tblScore"&ROWS(tblNew)',
  );
});

test("a renamed column is renamed in its table's references, with brackets where its new name needs them", () => {
  const names = new Map([["size", "List size"]]);
  expect(renameColumns("=[@Size]/SUM(tblScore[Size])+other[Size]", "tblScore", names, true)).toBe(
    "=[@[List size]]/SUM(tblScore[List size])+other[Size]",
  );
  expect(renameColumns("=[@Size]", "tblScore", names, false)).toBe("=[@Size]");
});

describe("LET and LAMBDA are worked into the formula", () => {
  test.each([
    ["=LET(x,A1*2,x+1)", "=((A1*2)+1)"],
    ["=SUM(LET(a,1,b,a+1,a*b),5)", "=SUM(((1)*((1)+1)),5)"],
    ["=LAMBDA(a,b,a/b)(6000,3)", "=((6000)/(3))"],
    ["=LET(f,LAMBDA(n,n^2),f(3)+f(4))", "=(((3)^2)+((4)^2))"],
    ['=LET(x,"a,)b",x&"x")', '=(("a,)b")&"x")'],
    ["=LET(x,1,'x y'!A1+x!B1+tbl[x])", "=('x y'!A1+x!B1+tbl[x])"],
    ["=LET(x,A1,LET(x,x+1,x))", "=((((A1)+1)))"],
    ["=MAP(A1:A3,LAMBDA(v,v*2))", '=HOST.NOT.COMPUTED("MAP")'],
    ["=LET(d,A1:A3,SUM(BYROW(d,LAMBDA(r,SUM(r)))))", '=(SUM(HOST.NOT.COMPUTED("BYROW")))'],
    ["=PALETTE(1)", "=PALETTE(1)"],
  ])("%s becomes %s", (written, expanded) => {
    expect(expandLet(written)).toBe(expanded);
  });
});
