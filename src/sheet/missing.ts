import type { MissingReason } from "../problem";

/** Why a value is not there, as it stands on the Data sheet. */
export const missingWords: Readonly<Record<MissingReason, string>> = {
  notPublished: "not published",
  suppressed: "suppressed by the publisher",
  notApplicable: "not applicable",
  notLoaded: "not loaded",
  zeroDenominator: "nobody in the denominator",
  tooFew: "too few to say",
  failedValidation: "failed the publisher's validation",
};
