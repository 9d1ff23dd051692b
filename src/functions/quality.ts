import { pointsEarned } from "../statistics/composite";
import { requireAtMost, requireCount, requireDenominator } from "../statistics/domain";
import { howManyForEach, stillToReach } from "../statistics/ratio";
import { answer } from "./cellError";
import { forEachPlace, given } from "./ranges";

/**
 * Achievement: patients who received the care out of those who should have.
 * @customfunction ACHIEVEMENT ACHIEVEMENT
 * @helpurl https://localhost:3000/help.html#ACHIEVEMENT
 * @param numerator Patients who received the care
 * @param denominator Patients who should have, after exceptions, as published
 * @param [exceptions] Personalised care adjustments (exceptions) to add back: the result is then patients receiving the intervention
 * @returns A proportion, 0 to 1
 */
export function achievement(numerator: any[][], denominator: any[][], exceptions?: any[][]): any[][] {
  return answer(() =>
    forEachPlace({ numerator, denominator, exceptions: given(exceptions) ?? [[0]] }, (received, due, excepted) => {
      requireCount(excepted, "exceptions");
      requireCount(due, "denominator");
      requireDenominator(due + excepted);
      requireAtMost(received, due, "numerator");
      return howManyForEach(received, due + excepted, "numerator");
    }),
  );
}

/**
 * Quality and Outcomes Framework points for an achievement between a lower and an upper threshold.
 * @customfunction QOF_POINTS QOF_POINTS
 * @helpurl https://localhost:3000/help.html#QOF_POINTS
 * @param achievement Achievement, as a percentage or a proportion
 * @param lower Lower threshold, in the same units: no points up to here
 * @param upper Upper threshold, in the same units: all points from here
 * @param points Points available
 * @returns Points earned
 */
export function qofPoints(achievement: any[][], lower: any[][], upper: any[][], points: any[][]): any[][] {
  return answer(() => forEachPlace({ achievement, lower, upper, points }, pointsEarned));
}

/**
 * Case finding: patients on the register out of the number expected to have the condition.
 * @customfunction CASE_FINDING CASE_FINDING
 * @helpurl https://localhost:3000/help.html#CASE_FINDING
 * @param register Patients on the register
 * @param expected Patients expected to have the condition, from a prevalence estimate
 * @returns A ratio; it may exceed 1 where the estimate is low
 */
export function caseFinding(register: any[][], expected: any[][]): any[][] {
  return answer(() => forEachPlace({ register, expected }, (found, likely) => howManyForEach(found, likely, "register", "expected")));
}

/**
 * Patients expected to have a condition who are not yet on the register.
 * @customfunction CASE_FINDING_GAP CASE_FINDING_GAP
 * @helpurl https://localhost:3000/help.html#CASE_FINDING_GAP
 * @param register Patients on the register
 * @param expected Patients expected to have the condition, from a prevalence estimate
 * @returns Patients not yet found; 0 where the register is larger than expected
 */
export function caseFindingGap(register: any[][], expected: any[][]): any[][] {
  return answer(() =>
    forEachPlace({ register, expected }, (found, likely) => {
      requireCount(found, "register");
      requireDenominator(likely, "expected");
      return Math.max(0, likely - found);
    }),
  );
}

/**
 * Further patients to reach a target: the smallest whole number of patients that does it.
 * @customfunction OPPORTUNITY OPPORTUNITY
 * @helpurl https://localhost:3000/help.html#OPPORTUNITY
 * @param numerator Patients who received the care
 * @param denominator Patients who should have
 * @param target Target as a proportion, like 0.75
 * @returns Patients; 0 when the target is reached
 */
export function opportunity(numerator: any[][], denominator: any[][], target: any[][]): any[][] {
  return answer(() => forEachPlace({ numerator, denominator, target }, stillToReach));
}
