import { formulaOf, signatureOf } from "../../src/taskpane/formula";

test.each([
  // what a person fills in, what is written
  [["C5", "D5"], "=SCORECARD.F(C5,D5)"],
  [["'GP data'!$C$5:$C$37", "Sheet1!D5:D37"], "=SCORECARD.F('GP data'!$C$5:$C$37,Sheet1!D5:D37)"],
  [["C:C", "tblData[FTE GPs]", "K5#"], "=SCORECARD.F(C:C,tblData[FTE GPs],K5#)"],
  [["20720", "-6.2", "0.95"], "=SCORECARD.F(20720,-6.2,0.95)"],
  [["C5", "", "rate", ""], '=SCORECARD.F(C5,,"rate")'],
  [["07G"], '=SCORECARD.F("07G")'],
  [["2022-23", "true"], '=SCORECARD.F("2022-23",TRUE)'],
  [['say "so"', '"rate"'], '=SCORECARD.F("say ""so""","rate")'],
  [["WEBSERVICE(A1)"], '=SCORECARD.F("WEBSERVICE(A1)")'],
  [["", ""], "=SCORECARD.F()"],
])("%j is written %s", (given, formula) => {
  expect(formulaOf("F", given)).toBe(formula);
});

test("a signature shows optional arguments in brackets", () => {
  const parameter = (name: string, optional: boolean) => ({ name, description: "", optional });
  const parameters = [parameter("observed", false), parameter("kind", true)];
  expect(signatureOf({ name: "BAND", description: "", parameters })).toBe("SCORECARD.BAND(observed, [kind])");
});
