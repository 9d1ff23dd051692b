export { BY_HAND, type ByHandAnswer, type ByHandStep } from "./byHand";
export { checkContracts, type Outcome } from "./check";
export { byHandReport, selfTestReport, summary, type Place } from "./report";
