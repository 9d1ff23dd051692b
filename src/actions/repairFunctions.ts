import { enterAgain, type RepairedCells } from "../excel/repair";

export type Repaired = RepairedCells;

/**
 * Repairs cells in which a function of this add-in turned into `#NAME?`: Excel forgets it when the add-in starts late, was installed anew, or
 * another add-in got in its way.
 *
 * @throws ProblemError of kind "host" when Excel refuses; the formulas are then as they were
 */
export const repairFunctions = (): Promise<Repaired> => enterAgain();
