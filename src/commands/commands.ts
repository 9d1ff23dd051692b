import { pane } from "../addin";

/**
 * The buttons of the ribbon and of a cell's menu that do something without opening the pane. Their names stand in manifest.xml.
 * They are associated as soon as this file is loaded: when Excel starts the page because of a click, it asks at once.
 */
const commands: Readonly<Record<string, () => Promise<"done" | "look">>> = {
  buildScorecard: async () => quietly(await pane.build()),

  /** The pane opens in any case: it lists what changed, or says why nothing did. */
  refreshScorecard: async () => {
    await pane.refresh();
    return "look";
  },
  openPracticePage: async () => quietly(await pane.openSelectedPage()),
  insertLocalData: async () => quietly(await pane.openLocalData()),

  /** Freezing formulas cannot be taken back once the file is closed: the pane says what will be done before it is. */
  prepareForSharing: async () => {
    pane.show("share");
    return "look";
  },
  openFunctions: async () => {
    pane.show("functions");
    return "look";
  },
};

/** What went well needs no pane; what did not is said there, where the person then looks. */
const quietly = (wentWell: boolean): "done" | "look" => (wentWell ? "done" : "look");

for (const [name, command] of Object.entries(commands))
  Office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
    try {
      await pane.recall();
      if ((await command()) === "look") await Office.addin.showAsTaskpane();
    } catch (error) {
      // What a person asks for is answered by the pane; what never came so far was a fault of ours, and is said there too.
      pane.fail(error);
      await Office.addin.showAsTaskpane().catch(() => undefined);
    } finally {
      // Excel waits for this word whatever happened, and disables its buttons meanwhile.
      event.completed();
    }
  });
