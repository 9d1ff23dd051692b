import { cholesterolCare } from "./cholesterol";
import { coronaryHeartDiseaseCare } from "./coronaryHeartDisease";
import { diabetesCare } from "./diabetes";
import { heartCare } from "./heart";
import { hypertensionCare } from "./hypertension";
import { lifestyleCare } from "./lifestyle";
import { mentalHealthCare } from "./mentalHealth";
import { respiratoryCare } from "./respiratory";
import { strokeCare } from "./stroke";
import type { IndicatorDefinition } from "../definition";

/** QOF's indicators of care, of all years, by code. A code is a definition: none is drawn on from another. */
export const achievementIndicators = [
  ...hypertensionCare,
  ...coronaryHeartDiseaseCare,
  ...strokeCare,
  ...cholesterolCare,
  ...heartCare,
  ...diabetesCare,
  ...respiratoryCare,
  ...mentalHealthCare,
  ...lifestyleCare,
];

/** Exceptions over all of the above: one column, where one for each target would fill the sheet. */
export const allExceptions: IndicatorDefinition = {
  id: "pca_all",
  name: "Personalised care adjustments, all targets",
  heading: "Care\nadjust-\nments",
  numerator: "Patients taken out of a denominator (personalised care adjustments), over all targets loaded",
  denominator: "Patients that the targets are about, those with an adjustment among them; a patient counts once for each target",
  polarity: "lower",
  kind: "exception",
  publication: "QOF, NHS England",
};
