/** Walks through a journey on the page: the ribbon and the pane are really pressed, and cells are written as the add-in itself would. */
import type { Act, Journey, Place } from "./journeys";

export interface Stage {
  readonly excel: () => typeof Excel;
  /** Presses a button of the ribbon and waits until its command has ended. */
  readonly press: (label: string) => Promise<void>;
  readonly pane: () => Document | undefined;
  /** Says what is being done. */
  readonly say: (text: string) => void;
  /** Milliseconds to look at what a step did. */
  readonly pause: number;
}

/** How long a button or a heading of the pane may take to come. */
const PATIENCE = 60_000;

export async function play(journey: Journey, stage: Stage): Promise<void> {
  const { length } = journey.steps;
  for (const [index, { say, act }] of journey.steps.entries()) {
    stage.say(`${index + 1} of ${length}: ${say}`);
    await wait(stage.pause);
    await perform(act, stage);
  }
  stage.say(`${journey.title}: ${journey.shows}`);
}

async function perform(act: Act, stage: Stage): Promise<void> {
  switch (act.kind) {
    case "ribbon":
      return stage.press(act.label);
    case "pane":
      return (await whenThere(`the button ${act.button}`, () => buttonOf(stage.pane(), act.button))).click();
    case "heading":
      return void (await whenThere(`the heading ${act.text}`, () => headingOf(stage.pane(), act.text)));
    case "type":
    case "select":
      await stage.excel().run(async (context) => {
        const cell = await cellAt(context, act.at);
        cell.worksheet.activate();
        cell.select();
        if (act.kind === "type") cell.formulas = [[act.text]];
        await context.sync();
      });
  }
}

/** The cell that a place means. */
export async function cellAt(context: Excel.RequestContext, place: Place): Promise<Excel.Range> {
  const { worksheets } = context.workbook;
  if ("sheet" in place) {
    const there = worksheets.getItemOrNullObject(place.sheet);
    there.load({ name: true });
    await context.sync();
    return (there.isNullObject ? worksheets.add(place.sheet) : there).getRange(place.cell);
  }
  const card = worksheets.getItem("Scorecard");
  const used = card.getUsedRange();
  used.load({ values: true, rowIndex: true, columnIndex: true });
  await context.sync();
  const values: readonly (readonly unknown[])[] = used.values;
  const headings = values.findIndex((cells) => cells.includes("code") && cells.includes("notes"));
  const names = values[headings] ?? [];
  const last = names.reduce<number>((found, name, index) => (name === "" ? found : index), -1);
  const column = { "the last": last, "behind the last": last + 1, code: names.indexOf("code"), notes: names.indexOf("notes") }[
    place.column
  ];
  return card.getCell(used.rowIndex + headings + (place.row === "headings" ? 0 : 1), used.columnIndex + column);
}

const said = (element: HTMLElement): string => (element.innerText ?? "").trim();

const buttonOf = (pane: Document | undefined, words: string): HTMLElement | undefined =>
  Array.from(pane?.querySelectorAll<HTMLButtonElement>("button") ?? []).find(
    (button) => said(button) === words && !button.disabled && button.getAttribute("aria-disabled") !== "true" && !isWay(button),
  );

/** The bar on top has words that buttons of a screen have too. */
const isWay = (button: HTMLElement): boolean => button.closest("nav") !== null;

const headingOf = (pane: Document | undefined, words: string): HTMLElement | undefined =>
  Array.from(pane?.querySelectorAll<HTMLElement>("h1, h2, h3") ?? []).find((heading) => said(heading) === words);

async function whenThere<T>(what: string, find: () => T | undefined): Promise<T> {
  for (const start = performance.now(); performance.now() - start < PATIENCE; await wait(50)) {
    const found = find();
    if (found !== undefined) return found;
  }
  throw new Error(`The pane never showed ${what}.`);
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
