import type { Contract } from "./contract";
import { charts } from "./facts/charts";
import { entering } from "./facts/entering";
import { formats } from "./facts/formats";
import { formulas } from "./facts/formulas";
import { requests } from "./facts/requests";
import { sheets } from "./facts/sheets";
import { tables } from "./facts/tables";
import { values } from "./facts/values";

export const contracts: readonly Contract[] = [
  ...values,
  ...entering,
  ...formulas,
  ...tables,
  ...sheets,
  ...formats,
  ...charts,
  ...requests,
];
