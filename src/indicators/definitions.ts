import type { PublishedIndicator } from "../reference/model";
import { estimateUsed, type Figures } from "./derive";
import type { IndicatorDefinition } from "./definition";
import { baseOf, indicatorLibrary } from "./library";
import { expectedPrevalences, fingertipsModel } from "./library/caseFinding";
import { ownLocalIndicator } from "./library/local";

/**
 * What an id stands for: an indicator of the library, what is worked out of one, a code that only the publication describes, or a measure of a
 * local sheet; null for an id nobody knows.
 *
 * @example definitionOf("HYP008.excepted", figures).name // "Excepted: hypertension, BP 140/90 or less, under 80"
 */
export function definitionOf(id: string, figures: Figures, published: readonly PublishedIndicator[] = []): IndicatorDefinition | null {
  const known = indicatorLibrary.get(id);
  if (known) return known;
  if (id.startsWith("local_"))
    return ownLocalIndicator(
      id,
      figures.observations(id).some(({ denominator, value }) => denominator !== undefined && value === undefined),
    );
  const base = baseOf(id);
  if (id.endsWith(".found")) return caseFinding(base, figures);
  const target = indicatorLibrary.get(base) ?? describedByPublication(base, published);
  if (target === null || id === base) return target;
  return id.endsWith(".all") ? ofAllPatients(id, target) : excepted(id, target);
}

const register = (denominator: string): string => denominator.replace(/, after personalised care adjustments$/, "");
const pageName = ({ name, shortName }: IndicatorDefinition): string => shortName ?? name;

const ofAllPatients = (id: string, target: IndicatorDefinition): IndicatorDefinition => ({
  ...target,
  id,
  name: `${target.name}, of all patients`,
  shortName: pageName(target),
  denominator: `${register(target.denominator)}, those with a personalised care adjustment among them`,
  kind: "allPatients",
});

/** Many exceptions can be right for a practice's patients; but care is not given to those who are excepted, so fewer are hoped for. */
const excepted = (id: string, target: IndicatorDefinition): IndicatorDefinition => ({
  ...target,
  id,
  name: `${target.name}: excepted`,
  shortName: pageName(target),
  numerator: "Patients taken out of the denominator (personalised care adjustments)",
  denominator: `${register(target.denominator)}, those with a personalised care adjustment among them`,
  polarity: "lower",
  kind: "exception",
});

function caseFinding(id: string, figures: Figures): IndicatorDefinition | null {
  const condition = expectedPrevalences.find((each) => each.register === id);
  if (!condition) return null;
  const estimate = estimateUsed(id, figures);
  const model =
    estimate === null
      ? "no estimate is loaded"
      : estimate.from === "local"
        ? `the area's own estimate, ${estimate.period}`
        : `${fingertipsModel}, ${estimate.period}, for ages 16 and over`;
  return {
    id: `${id}.found`,
    name: `${condition.condition}: found ÷ expected`,
    shortName: `${condition.condition}: found of expected`,
    heading: condition.heading,
    numerator: `Patients on the practice's QOF register for ${condition.condition.charAt(0).toLowerCase()}${condition.condition.slice(1)}`,
    denominator: `Patients expected to have it (${model}); an estimate, so more than all of them can be found`,
    polarity: "higher",
    kind: "caseFinding",
    measure: "ratio",
    publication: "QOF, NHS England; estimate as said",
  };
}

/** A code of a year that the library has no words for: the mapping file of that year has. */
function describedByPublication(code: string, published: readonly PublishedIndicator[]): IndicatorDefinition | null {
  const found = published.find((each) => each.code === code);
  if (!found) return null;
  return {
    id: code,
    name: `${code}: ${found.description}`,
    shortName: `${code}: ${found.groupName}`,
    heading: code,
    numerator: found.description,
    denominator: "Patients the indicator is about, after personalised care adjustments",
    polarity: "higher",
    kind: "achievement",
    publication: "QOF, NHS England",
  };
}
