import { specOf } from "../spec";

/**
 * The default: how many are known to have each long-term condition, what care those on the registers receive, how many are excepted from it,
 * and what the area returns itself. What nobody has loaded is left out. Of the registers two stand here, because prevalence follows patients'
 * ages first of all and a card with all of them prints too small to read; the others are in "Everything loaded" and each condition's own preset.
 */
export const longTermConditions = specOf("long-term-conditions", "Long term conditions", [
  {
    heading: "Case finding: found ÷ expected",
    indicators: ["HYP.found", "DM.found", "CHD.found", "STIA.found", "AF.found", "HF.found", "COPD.found"],
  },
  {
    heading: "Prevalence",
    indicators: ["HYP", "DM"],
  },
  {
    heading: "Management: patients reaching the target",
    indicators: ["HYP008", "HYP009", "CHD015", "STIA007", "STIA014", "STIA015", "DM020", "AF008", "COPD010", "AST007"],
  },
  { heading: "Excepted", indicators: ["pca_all"] },
  { heading: "Local returns", indicators: ["local_ld_checks", "local_avoidable_ae", "local_ltc_referrals"] },
]);
