/** F6 goes round the parts of the page, as in Excel: sheet, pane, ribbon. Inside the grid Tab goes from cell to cell, so it cannot lead out. */
import type { KeyOut } from "../host";

/** A part of the page that F6 comes to. */
export interface Part {
  /** Whether the keyboard is there now. */
  readonly holds: () => boolean;
  /** Takes the keyboard; false where it cannot, as a closed pane. */
  readonly enter: () => boolean;
}

export interface Keys {
  /** Listens in another window of this page: the pane's own. */
  readonly listenIn: (window: Window) => void;
  /** Answers what the add-in says about keys that lead out of it. */
  readonly leave: (key: KeyOut) => void;
}

/** `around`: what lies before and behind the pane for Tab. */
export function prepareKeys(parts: readonly Part[], around: { readonly before: () => void; readonly behind: () => void }): Keys {
  const goRound = (step: 1 | -1): void => {
    const here = parts.findIndex((part) => part.holds());
    // From nowhere in particular the first press leads into the sheet.
    const start = here < 0 ? (step > 0 ? -1 : parts.length) : here;
    for (let turn = 1; turn <= parts.length; turn++) if (parts[(start + step * turn + 2 * parts.length) % parts.length]!.enter()) return;
  };
  const hear = (event: KeyboardEvent): void => {
    // Ctrl+F6 inside the add-in comes by way of Office.js, see `leave`.
    if (event.key !== "F6" || event.altKey || (event.ctrlKey && event.view !== window)) return;
    event.preventDefault();
    event.stopPropagation();
    goRound(event.shiftKey ? -1 : 1);
  };
  const listenIn = (place: Window): void => place.addEventListener("keydown", hear, { capture: true });
  listenIn(window);
  const answers: Readonly<Record<KeyOut, () => void>> = {
    tab: around.behind,
    shiftTab: around.before,
    nextPane: () => goRound(1),
    previousPane: () => goRound(-1),
  };
  return { listenIn, leave: (key) => answers[key]() };
}
