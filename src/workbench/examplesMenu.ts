/** The menu of what can be shown: journeys through the add-in, and formulas to play with. One at a time. */
import { EXAMPLES, openExample } from "./examples";
import { JOURNEYS } from "./journeys/journeys";
import { play, type Stage } from "./journeys/play";

export function prepareExamplesMenu(menu: HTMLSelectElement, stage: Stage, complain: (text: string) => void): void {
  const shown: Readonly<Record<string, () => Promise<void>>> = Object.fromEntries([
    ...JOURNEYS.map((journey) => [journey.title, () => play(journey, stage)] as const),
    ...EXAMPLES.map((example) => [example.title, () => openExample(stage.excel(), example)] as const),
  ]);
  const choose = new Option("Examples", "");
  menu.append(choose, groupOf("Show me", JOURNEYS), groupOf("Formulas to try", EXAMPLES));
  menu.addEventListener("change", () => {
    const show = shown[menu.value];
    choose.selected = true;
    if (show === undefined || menu.hasAttribute("aria-busy")) return;
    menu.setAttribute("aria-busy", "true");
    menu.disabled = true;
    show()
      .catch((error: unknown) => complain(`The example could not be shown. ${error instanceof Error ? error.message : String(error)}`))
      .finally(() => {
        menu.removeAttribute("aria-busy");
        menu.disabled = false;
      });
  });
}

function groupOf(label: string, examples: readonly { readonly title: string }[]): HTMLOptGroupElement {
  const group = document.createElement("optgroup");
  group.label = label;
  group.append(...examples.map(({ title }) => new Option(title, title)));
  return group;
}
