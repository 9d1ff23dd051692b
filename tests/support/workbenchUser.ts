/** The workbench for a file of tests: one server and one browser, a fresh page for each test, and no complaint from any page. */
import type { Browser, BrowserContext } from "playwright-core";
import { launchBrowser, openWorkbench, startWorkbench, type OpenWorkbench, type RunningWorkbench } from "./browser";

jest.setTimeout(120_000);

export interface WorkbenchUser {
  /** The page that the present test has. */
  readonly open: OpenWorkbench;
  readonly url: string;
  /** Selects a cell, such as B2 or Data!B2, and leaves the keyboard there. */
  readonly goTo: (address: string) => Promise<void>;
  /** Waits until the grid has drawn what was done so far. */
  readonly drawn: () => Promise<unknown>;
  readonly type: (address: string, text: string) => Promise<void>;
  /** What Office.js reads, the way the add-in itself would; on the sheet in front where no other is named. */
  readonly values: (address: string, sheet?: string) => Promise<unknown[][]>;
  readonly sheetNames: () => Promise<string[]>;
}

/** To be called once at the top of a test file. `addIn` makes a folder with the add-in to try, where it is not the one just built. */
export function workbenchForTests(addIn: () => string | undefined = () => undefined): WorkbenchUser {
  let browser: Browser;
  let workbench: RunningWorkbench;
  let profile: BrowserContext;
  let open: OpenWorkbench;
  beforeAll(async () => {
    [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench(addIn())]);
  });
  afterAll(async () => {
    await browser?.close();
    await workbench?.stop();
  });
  beforeEach(async () => {
    profile = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    open = await openWorkbench(profile, workbench.url);
  });
  afterEach(async () => {
    // Whatever a test did, the page must not have complained, asked another computer, or missed a file.
    const { complaints } = open;
    await profile.close();
    expect(complaints).toEqual({ errors: [], outside: [], missing: [] });
  });

  /** The grid's editor follows the cell, and takes over the first key, when it next draws; a person is never quicker than that. */
  const drawn = () => open.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const goTo = async (address: string): Promise<void> => {
    const [sheet, cell] = address.includes("!") ? (address.split("!") as [string, string]) : [undefined, address];
    await open.pane.evaluate(
      async ([sheetName, ref]) =>
        Excel.run(async (context) => {
          const worksheet =
            sheetName === undefined ? context.workbook.worksheets.getActiveWorksheet() : context.workbook.worksheets.getItem(sheetName);
          worksheet.activate();
          worksheet.getRange(ref).select();
          await context.sync();
        }),
      [sheet, cell] as const,
    );
    await open.page.locator(".o-grid .o-composer").focus();
    await drawn();
  };
  return {
    get open() {
      return open;
    },
    get url() {
      return workbench.url;
    },
    goTo,
    drawn,
    type: async (address, text) => {
      await goTo(address);
      await open.page.keyboard.type(text.slice(0, 1));
      await drawn();
      await open.page.keyboard.type(text.slice(1), { delay: 5 });
      await open.page.keyboard.press("Enter");
    },
    values: (address, sheet) =>
      open.pane.evaluate(
        async ([ref, name]) =>
          Excel.run(async (context) => {
            const worksheet =
              name === undefined ? context.workbook.worksheets.getActiveWorksheet() : context.workbook.worksheets.getItem(name);
            const range = worksheet.getRange(ref);
            range.load({ values: true });
            await context.sync();
            return range.values as unknown[][];
          }),
        [address, sheet] as const,
      ),
    sheetNames: () =>
      open.pane.evaluate(async () =>
        Excel.run(async (context) => {
          context.workbook.worksheets.load({ name: true });
          await context.sync();
          return context.workbook.worksheets.items.map((sheet) => sheet.name);
        }),
      ),
  };
}
