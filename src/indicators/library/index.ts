import type { IndicatorDefinition } from "../definition";
import { achievementIndicators } from "./achievement";
import { prevalenceIndicators } from "./prevalence";

/** Every indicator the scorecard knows in words, by id. Others can still be loaded and traced on the Data sheet. */
export const indicatorLibrary: ReadonlyMap<string, IndicatorDefinition> = new Map(
  [...prevalenceIndicators, ...achievementIndicators].map((definition) => [definition.id, definition]),
);
