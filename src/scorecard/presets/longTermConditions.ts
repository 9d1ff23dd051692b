import { specOf } from "../spec";

/** The default: how many are known to have each long-term condition, and what care those on the registers receive. */
export const longTermConditions = specOf("long-term-conditions", "Long term conditions", [
  { heading: "Case finding: found ÷ expected", indicators: ["HYP.found", "CHD.found", "STIA.found", "DM.found", "COPD.found"] },
  {
    heading: "Prevalence: on the register ÷ on the list",
    indicators: ["HYP", "DM", "NDH", "CHD", "STIA", "AF", "HF", "CKD", "COPD", "AST"],
  },
  {
    heading: "Management: patients reaching the target",
    indicators: ["HYP008", "HYP009", "CHD015", "STIA007", "STIA014", "STIA015", "DM020", "AF008", "COPD010", "AST007"],
  },
]);
