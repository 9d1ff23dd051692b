import type { Publication } from "../publication";
import { adjustmentReasons } from "./adjustmentReasons";
import { adjustmentsByReason } from "./adjustmentsByReason";
import { appointments, appointmentsMapping } from "./appointments";
import { cqcDirectory } from "./cqcDirectory";
import { cqcLocations } from "./cqcLocations";
import { cqcRatings } from "./cqcRatings";
import { epcn } from "./epcn";
import { epraccur } from "./epraccur";
import { fingertips } from "./fingertips";
import { gpPatientSurvey } from "./gpPatientSurvey";
import { indicatorMapping } from "./indicatorMapping";
import { learningDisabilityChecks } from "./learningDisabilityChecks";
import { listSize } from "./listSize";
import { odsSuccession } from "./odsSuccession";
import { organisationReference } from "./organisationReference";
import { qofAchievement } from "./qofAchievement";
import { qofGeography } from "./qofGeography";
import { qofPrevalence } from "./qofPrevalence";
import { validationOutcomes } from "./validationOutcomes";
import { workforce } from "./workforce";
import { workforceTidy } from "./workforceTidy";

/** Every publication that is understood. A new one is a file beside this and a line here. Where two give the same figure, the first counts. */
export const PUBLICATIONS: readonly Publication[] = [
  qofPrevalence,
  qofAchievement,
  qofGeography,
  indicatorMapping,
  adjustmentReasons,
  adjustmentsByReason,
  organisationReference,
  validationOutcomes,
  listSize,
  workforce,
  workforceTidy,
  epraccur,
  epcn,
  odsSuccession,
  cqcRatings,
  cqcLocations,
  cqcDirectory,
  fingertips,
  gpPatientSurvey,
  learningDisabilityChecks,
  appointments,
  appointmentsMapping,
];
