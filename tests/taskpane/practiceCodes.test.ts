import { readCodes } from "../../src/taskpane/practiceCodes";

test.each([
  // what is pasted, codes, the rest
  ["F81010 F81082", ["F81010", "F81082"], []],
  ["f81010;\nF81082,\tF81010", ["F81010", "F81082"], []],
  ["F81010 Aveley Medical Centre", ["F81010"], ["Aveley", "Medical", "Centre"]],
  ["F8101 F810100 81010F 4505577104", [], ["F8101", "F810100", "81010F", "4505577104"]],
  ["", [], []],
])("%j holds %j", (text, codes, others) => {
  expect(readCodes(text)).toEqual({ codes, others });
});
