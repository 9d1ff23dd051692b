import { howManyForEach, shortfall } from "../statistics/ratio";
import { answer } from "./cellError";
import { forEachPlace } from "./ranges";

/**
 * Registered patients per full-time-equivalent GP.
 * @customfunction PATIENTS_PER_GP PATIENTS_PER_GP
 * @helpurl https://localhost:3000/help.html#PATIENTS_PER_GP
 * @param patients Registered patients. For an area: the total, not a mean
 * @param gp_fte Full-time-equivalent GPs, 37.5 hours a week each
 * @returns Patients per full-time-equivalent GP
 */
export function patientsPerGp(patients: any[][], gp_fte: any[][]): any[][] {
  return answer(() => forEachPlace({ patients, gp_fte }, (count, fte) => howManyForEach(count, fte, "patients", "gp_fte")));
}

/**
 * Full-time-equivalent GPs missing (+) or above (-) what a benchmark of patients per GP implies.
 * @customfunction GP_GAP GP_GAP
 * @helpurl https://localhost:3000/help.html#GP_GAP
 * @param patients Registered patients
 * @param gp_fte Full-time-equivalent GPs, 37.5 hours a week each
 * @param benchmark Patients per full-time-equivalent GP to compare with, from the same publication
 * @returns Full-time-equivalent GPs missing (+) or above (-)
 */
export function gpGap(patients: any[][], gp_fte: any[][], benchmark: any[][]): any[][] {
  return answer(() =>
    forEachPlace({ patients, gp_fte, benchmark }, (count, fte, perGp) => shortfall(count, fte, perGp, ["patients", "gp_fte", "benchmark"])),
  );
}
