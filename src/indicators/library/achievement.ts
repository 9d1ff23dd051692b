import { cholesterolCare } from "./cholesterol";
import { coronaryHeartDiseaseCare } from "./coronaryHeartDisease";
import { diabetesCare } from "./diabetes";
import { heartCare } from "./heart";
import { hypertensionCare } from "./hypertension";
import { lifestyleCare } from "./lifestyle";
import { mentalHealthCare } from "./mentalHealth";
import { respiratoryCare } from "./respiratory";
import { strokeCare } from "./stroke";

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
