/** Care given, seen with everybody the indicator is about: proportions, 0 to 1. */
export interface WithAdjustments {
  /** Numerator ÷ (denominator + adjustments): what share of all patients on the register the care reached. */
  readonly allPatients: number;
  /** Adjustments ÷ (denominator + adjustments): what share was taken out of the denominator. */
  readonly excepted: number;
}

/**
 * Puts the patients who were taken out of a denominator back: a high achievement can rest on many personalised care adjustments, and QOF's
 * own published achievement does not show it. null where adjustments are not published for the indicator (every prevalence, most files
 * before 2022-23), or there is nobody.
 *
 * @see NHS England, Quality and Outcomes Framework: "patients receiving the intervention" and "personalised care adjustment rate"
 * @example withAdjustments({ numerator: 60, denominator: 80, personalisedCareAdjustments: 20 }) // { allPatients: 0.6, excepted: 0.2 }
 */
export function withAdjustments(counts: {
  readonly numerator: number;
  readonly denominator: number;
  readonly personalisedCareAdjustments: number | null;
}): WithAdjustments | null {
  const { numerator, denominator, personalisedCareAdjustments } = counts;
  if (personalisedCareAdjustments === null) return null;
  const everybody = denominator + personalisedCareAdjustments;
  return everybody > 0 ? { allPatients: numerator / everybody, excepted: personalisedCareAdjustments / everybody } : null;
}
