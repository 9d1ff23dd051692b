/**
 * Entry of the functions bundle: ties every function to its id, at once and before anything else happens.
 *
 * The bundle needs nothing but the `CustomFunctions` global, so that it runs in the shared runtime and in a functions-only one.
 * Ids are written into users' workbooks: they never change.
 */
import { ltcScore } from "./ltcScore";
import { variationZ } from "./variation";
import { gpGap, patientsPerGp } from "./workforce";

CustomFunctions.associate("PATIENTS_PER_GP", patientsPerGp);
CustomFunctions.associate("GP_GAP", gpGap);
CustomFunctions.associate("LTC_SCORE", ltcScore);
CustomFunctions.associate("VARIATION_Z", variationZ);
