/** What was built last in this workbook. It is kept in the workbook and can be read by anyone who has it: nothing personal goes in. */
export interface Choices {
  readonly area: { readonly code: string; readonly name: string };
  readonly illustrative: boolean;
  /** Names of the files it was built from. */
  readonly files: readonly string[];
}

/** Keys of the workbook's settings. They are in users' files and never change. */
const choicesKey = "gpScorecard.choices";
const dataKey = "gpScorecard.data";

/** Keeps the choices, and beside them the packed data they were built from; null where that is too large to keep. */
export async function rememberChoices(choices: Choices, packed: string | null): Promise<void> {
  await Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add(choicesKey, JSON.stringify(choices));
    settings.add(dataKey, packed ?? "");
    await context.sync();
  });
}

/** The choices made last and the packed data, or null in a workbook without a scorecard, or with one that a different version wrote. */
export async function recallChoices(): Promise<{ readonly choices: Choices; readonly packed: string } | null> {
  return Excel.run(async (context) => {
    const { settings } = context.workbook;
    const [made, kept] = [settings.getItemOrNullObject(choicesKey), settings.getItemOrNullObject(dataKey)];
    made.load({ value: true });
    kept.load({ value: true });
    await context.sync();
    const choices = made.isNullObject ? null : choicesFrom(made.value);
    return choices === null ? null : { choices, packed: kept.isNullObject ? "" : String(kept.value) };
  });
}

function choicesFrom(value: unknown): Choices | null {
  try {
    const { area, illustrative, files } = JSON.parse(String(value)) as Partial<Choices>;
    const complete =
      typeof area?.code === "string" && typeof area.name === "string" && typeof illustrative === "boolean" && Array.isArray(files);
    return complete ? { area, illustrative, files } : null;
  } catch {
    return null;
  }
}
