import type { Publication } from "../publication";
import { epraccur } from "./epraccur";
import { listSize } from "./listSize";
import { qofAchievement } from "./qofAchievement";
import { qofGeography } from "./qofGeography";
import { qofPrevalence } from "./qofPrevalence";
import { workforce } from "./workforce";

/** Every publication that is understood. A new one is a file beside this and a line here. */
export const PUBLICATIONS: readonly Publication[] = [qofPrevalence, qofAchievement, qofGeography, listSize, workforce, epraccur];
