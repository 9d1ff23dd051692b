/**
 * Entry of the functions bundle: ties every function to its id, at once and before anything else happens.
 *
 * The bundle needs nothing but the `CustomFunctions` global, so that it runs in the shared runtime and in a functions-only one.
 * Ids are written into users' workbooks: they never change.
 */
import { byarsLower, byarsUpper, funnelLower, funnelUpper, wilsonLower, wilsonUpper } from "./intervals";
import { band } from "./judgement";
import { practiceName, practices, referenceDate, referenceValue } from "./lookups";
import { ltcScore } from "./ltcScore";
import { achievement, caseFinding, caseFindingGap, opportunity, qofPoints } from "./quality";
import { quantileBand, xmrLimits } from "./series";
import { overdispersion, shrink } from "./spread";
import { dsr, expected, isr } from "./standardised";
import { variationZ } from "./variation";
import { gpGap, patientsPerGp } from "./workforce";

CustomFunctions.associate("PATIENTS_PER_GP", patientsPerGp);
CustomFunctions.associate("LTC_SCORE", ltcScore);
CustomFunctions.associate("VARIATION_Z", variationZ);
CustomFunctions.associate("GP_GAP", gpGap);
CustomFunctions.associate("ACHIEVEMENT", achievement);
CustomFunctions.associate("BAND", band);
CustomFunctions.associate("WILSON_LOWER", wilsonLower);
CustomFunctions.associate("WILSON_UPPER", wilsonUpper);
CustomFunctions.associate("BYARS_LOWER", byarsLower);
CustomFunctions.associate("BYARS_UPPER", byarsUpper);
CustomFunctions.associate("FUNNEL_LOWER", funnelLower);
CustomFunctions.associate("FUNNEL_UPPER", funnelUpper);
CustomFunctions.associate("OVERDISPERSION", overdispersion);
CustomFunctions.associate("SHRINK", shrink);
CustomFunctions.associate("QOF_POINTS", qofPoints);
CustomFunctions.associate("CASE_FINDING", caseFinding);
CustomFunctions.associate("CASE_FINDING_GAP", caseFindingGap);
CustomFunctions.associate("OPPORTUNITY", opportunity);
CustomFunctions.associate("EXPECTED", expected);
CustomFunctions.associate("ISR", isr);
CustomFunctions.associate("DSR", dsr);
CustomFunctions.associate("QUANTILE_BAND", quantileBand);
CustomFunctions.associate("XMR_LIMITS", xmrLimits);
CustomFunctions.associate("REFERENCE", referenceValue);
CustomFunctions.associate("PRACTICE_NAME", practiceName);
CustomFunctions.associate("PRACTICES", practices);
CustomFunctions.associate("REFERENCE_DATE", referenceDate);
