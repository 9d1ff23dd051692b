import { pane } from "../addin";

/**
 * The buttons of the ribbon and of a cell's menu that do something without opening the pane. Their names stand in manifest.xml.
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

/** The pane opens in any case: it lists what changed, or says why nothing did. */
Office.actions.associate("refreshScorecard", async (event: Office.AddinCommands.Event) => {
  try {
    await pane.recall();
    await pane.refresh();
    await Office.addin.showAsTaskpane();
  } finally {
    event.completed();
  }
});

Office.actions.associate("openPracticePage", async (event: Office.AddinCommands.Event) => {
  try {
    await pane.recall();
    const opened = await pane.openSelectedPage();
    if (!opened) await Office.addin.showAsTaskpane();
  } finally {
    event.completed();
  }
});

/** Freezing formulas cannot be taken back once the file is closed: the pane says what will be done before it is. */
Office.actions.associate("prepareForSharing", async (event: Office.AddinCommands.Event) => {
  try {
    pane.show("share");
    await Office.addin.showAsTaskpane();
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
