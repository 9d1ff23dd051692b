export { ByHand } from "./ByHand";
export { SelfTest } from "./SelfTest";
