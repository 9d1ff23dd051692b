import { pane } from "../addin";

/**
 * The buttons of the ribbon that do something without opening the pane. Their names stand in manifest.xml.
 * They are associated as soon as this file is loaded: when Excel starts the page because of a click, it asks at once.
 */
Office.actions.associate("buildScorecard", async (event: Office.AddinCommands.Event) => {
  try {
    await pane.recall();
    const built = await pane.build();
    if (!built) await Office.addin.showAsTaskpane();
  } finally {
    event.completed();
  }
});

Office.actions.associate("openFunctions", async (event: Office.AddinCommands.Event) => {
  try {
    pane.show("functions");
    await Office.addin.showAsTaskpane();
  } finally {
    event.completed();
  }
});
