/** A condition whose number of patients is estimated somewhere, so that those found can be set against those expected. */
export interface ExpectedPrevalence {
  /** The QOF register of those found. */
  readonly register: string;
  readonly condition: string;
  readonly heading: string;
  /** The estimate for practices on Fingertips: its number there, and the QOF register whose list is of nearly the same ages. */
  readonly fingertips?: { readonly id: string; readonly listOf: string };
}

/**
 * Conditions that can be looked for. An estimate given by the area itself goes first: on the sheet *Local data*, a column "Expected hypertension".
 *
 * Fingertips' estimates of coronary heart disease (92847) and stroke (92663) are for ages 55 to 79, the registers for all ages: they would make
 * every practice look as if it had found too many, and are not used. Those of hypertension and heart failure are for 16 and over, and are taken
 * of the list of 17 and over that QOF gives for diabetes.
 */
export const expectedPrevalences: readonly ExpectedPrevalence[] = [
  { register: "HYP", condition: "Hypertension", heading: "Hyper-\ntension", fingertips: { id: "fingertips_92659", listOf: "DM" } },
  { register: "DM", condition: "Diabetes", heading: "Diabetes" },
  { register: "CHD", condition: "Coronary heart disease", heading: "Coronary\nheart\ndisease" },
  { register: "STIA", condition: "Stroke and TIA", heading: "Stroke\nand TIA" },
  { register: "HF", condition: "Heart failure", heading: "Heart\nfailure", fingertips: { id: "fingertips_92783", listOf: "DM" } },
  { register: "AF", condition: "Atrial fibrillation", heading: "Atrial\nfibrillation" },
  { register: "COPD", condition: "COPD", heading: "COPD" },
];

export const fingertipsModel = "model of Public Health England and Imperial College, Fingertips";

/** The measure that a column "Expected stroke and TIA" of the sheet *Local data* becomes. */
export const localEstimateOf = (condition: string): string => `local_expected_${condition.toLowerCase().replace(/[^a-z0-9]+/g, "_")}`;
