import type { pane as thePane } from "../addin";

type Pane = typeof thePane;
type PaneState = ReturnType<Pane["state"]>;

/** Identifiers in manifest.xml. */
const TAB = "Scorecard.Tab";

/**
 * Which buttons of the ribbon have something to do. *Prepare for sharing* has, whatever was built: formulas of the add-in stand in a person's own cells
 * too. All others start from nothing.
 */
export function enabledButtons({
  data,
  receipt,
  recalled,
}: Pick<PaneState, "data" | "receipt" | "recalled">): Readonly<Record<string, boolean>> {
  const built = receipt !== null || recalled !== null;
  return {
    "Scorecard.Refresh": built,
    "Scorecard.Practice": built || data !== null,
    "Scorecard.LocalData": built || data !== null,
  };
}

/**
 * Greys the buttons that have nothing to do, from now on. Until this is called, and in an Excel that cannot grey them (before RibbonApi 1.1), all
 * can be pressed, and one with nothing to do opens the pane and says what is missing.
 */
export function keepRibbonInStep(pane: Pane): void {
  if (!Office.context.requirements.isSetSupported("RibbonApi", "1.1")) return;
  let told = "";
  const update = () => {
    const buttons = enabledButtons(pane.state());
    const wanted = JSON.stringify(buttons);
    if (wanted === told) return;
    told = wanted;
    const controls = Object.entries(buttons).map(([id, enabled]) => ({ id, enabled }));
    // A button left as it was is no trouble: pressed, it says what is missing.
    Office.ribbon.requestUpdate({ tabs: [{ id: TAB, controls }] }).catch(() => (told = ""));
  };
  update();
  pane.subscribe(update);
}
