/** Every screen but the first: a script of its own, so that the first one comes up at once. */
export { About } from "./About";
export { Area } from "./Area";
export { Build } from "./Build";
export { Data } from "./Data";
export { Functions } from "./Functions";
export { Practice } from "./Practice";
export { Preset } from "./Preset";
export { Result } from "./Result";
export { Share } from "./Share";
