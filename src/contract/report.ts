import type { Source } from "./contract";
import type { Outcome } from "./check";
import type { ByHandAnswer, ByHandStep } from "./byHand";

/** Where the facts were tried. */
export interface Place {
  readonly version: string;
  readonly excel: string;
  readonly platform: string;
  /** The newest ExcelApi it has. */
  readonly api: string;
  readonly when: Date;
}

/**
 * What was found, as text to be copied: first what differs, then what could not be tried, then the rest, each under the id by which two
 * reports can be laid side by side.
 */
export function selfTestReport(outcomes: readonly Outcome[], place: Place): string {
  const lines = (["differs", "not tried", "holds"] as const).flatMap((answer) =>
    outcomes.filter((each) => each.answer === answer).flatMap(linesOf),
  );
  return [...heading("Self-test", place), summary(outcomes), "", ...lines].join("\n");
}

export function byHandReport(steps: readonly ByHandStep[], answers: ReadonlyMap<string, ByHandAnswer>, place: Place): string {
  const lines = steps.map(({ id, expect }) => `${(answers.get(id) ?? "not tried").padEnd(10)} ${id}: ${expect}`);
  return [...heading("By hand", place), "", ...lines].join("\n");
}

/** "88 of 90 facts hold, 1 differs, 1 not tried" */
export function summary(outcomes: readonly Outcome[]): string {
  const count = (answer: Outcome["answer"]): number => outcomes.filter((each) => each.answer === answer).length;
  const [differs, untried] = [count("differs"), count("not tried")];
  const rest = [
    ...(differs > 0 ? [`${differs} ${differs === 1 ? "differs" : "differ"}`] : []),
    ...(untried > 0 ? [`${untried} not tried`] : []),
  ];
  return [`${count("holds")} of ${outcomes.length} facts hold`, ...rest].join(", ");
}

const heading = (title: string, { version, excel, platform, api, when }: Place): string[] => [
  `GP Practice Scorecard ${version}: ${title}`,
  `Excel ${excel}, ${platform}, ExcelApi ${api}, ${when.toISOString().slice(0, 16).replace("T", " ")} UTC`,
];

function linesOf({ contract, answer, found }: Outcome): string[] {
  const line = `${answer.padEnd(10)} ${contract.id}: ${contract.says}`;
  if (answer !== "differs") return [line];
  const known = `${contract.source.kind}: ${placeOf(contract.source)}`;
  return [
    line,
    `           expected ${JSON.stringify(contract.expected)}`,
    `           found    ${JSON.stringify(found)}`,
    `           ${known}`,
  ];
}

export const placeOf = (source: Source): string => (source.kind === "assumed" ? source.because : source.at);
