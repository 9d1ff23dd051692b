import { fileFormula } from "../../src/xlsx/fileFormula";
import { shownFormula } from "../../src/xlsx/shownFormula";

it.each([
  ["=SUM(A1:A3)", "SUM(A1:A3)"],
  ["=NORM.S.INV(0.5)", "_xlfn.NORM.S.INV(0.5)"],
  ["=GAMMA.DIST(3,2,1,TRUE)+GAMMA.INV(0.5,2,1)", "_xlfn.GAMMA.DIST(3,2,1,TRUE)+_xlfn.GAMMA.INV(0.5,2,1)"],
  ["=IF(BINOM.DIST(1,2,0.5,TRUE)>0,1,0)", "IF(_xlfn.BINOM.DIST(1,2,0.5,TRUE)>0,1,0)"],
  ["=[@Numerator]/[@Denominator]", "T[[#This Row],[Numerator]]/T[[#This Row],[Denominator]]"],
  ['=A1&"[@Value] NORM.S.INV("', 'A1&"[@Value] NORM.S.INV("'],
  ["=INDEX(T[Value],1)", "INDEX(T[Value],1)"],
  ["=SCORECARD.PATIENTS_PER_GP(A1,B1)", "_xldudf_SCORECARD_PATIENTS_PER_GP(A1,B1)"],
  ["=SUM(C2#)", "SUM(_xlfn.ANCHORARRAY(C2))"],
  ["=SORT(FILTER(A1:A9,B1:B9>0))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>0))"],
])("stores %s as %s, and shows it again as it was", (shown, stored) => {
  expect(fileFormula(shown, "T")).toBe(stored);
  expect(shownFormula(stored)).toBe(shown);
});
