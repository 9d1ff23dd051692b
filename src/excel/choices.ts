/** What was built last in this workbook. It is kept in the workbook and can be read by anyone who has it: nothing personal goes in. */
export interface Choices {
  readonly area: { readonly code: string; readonly name: string };
  readonly illustrative: boolean;
  /** Financial year that was asked for; absent for the latest of each indicator. */
  readonly year?: string;
  /** Names of the files it was built from. */
  readonly files: readonly string[];
}

/** Key of the workbook setting. It is in users' files and never changes. */
const choicesKey = "gpScorecard.choices";

export async function rememberChoices(choices: Choices): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.settings.add(choicesKey, JSON.stringify(choices));
    await context.sync();
  });
}

/** The choices made last, or null in a workbook without a scorecard, or with one that a different version wrote. */
export async function recallChoices(): Promise<Choices | null> {
  return Excel.run(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(choicesKey);
    setting.load({ value: true });
    await context.sync();
    return setting.isNullObject ? null : choicesFrom(setting.value);
  });
}

export async function forgetChoices(): Promise<void> {
  await Excel.run(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(choicesKey);
    setting.load({ value: true });
    await context.sync();
    if (!setting.isNullObject) setting.delete();
    await context.sync();
  });
}

function choicesFrom(value: unknown): Choices | null {
  try {
    const { area, illustrative, files, year } = JSON.parse(String(value)) as Partial<Choices>;
    const complete =
      typeof area?.code === "string" && typeof area.name === "string" && typeof illustrative === "boolean" && Array.isArray(files);
    return complete ? { area, illustrative, files, ...(typeof year === "string" ? { year } : {}) } : null;
  } catch {
    return null;
  }
}
