/** Figures that lie ready beside the add-in, and what the workbook keeps of them when the pane is gone. */
import type { Browser } from "playwright-core";
import { makePack } from "../../src/reference/makePack";
import { thurrock } from "../reference/files";
import { launchBrowser, openWorkbench, startWorkbench, type RunningWorkbench } from "../support/browser";
import { eventually } from "../support/eventually";

jest.setTimeout(120_000);

let browser: Browser;
let workbench: RunningWorkbench;
beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench()]);
});
afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
});

test("an area is taken from the pack, and a pane that is opened anew finds it in the workbook", async () => {
  const profile = await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: "reduce" });
  const files = ["PREVALENCE_2223.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv"].map(thurrock);
  for await (const [name, bytes] of makePack(files, { made: "2026-11-22" }))
    await profile.route(`**/pack/${name}`, (route) => route.fulfill({ contentType: "application/json", body: Buffer.from(bytes) }));
  const { pane, complaints } = await openWorkbench(profile, workbench.url);
  const button = (name: RegExp) => pane.getByRole("button", { name });

  await button(/^Figures ready for this add-in/).click();
  await pane.getByRole("radio", { name: /07G/ }).check();
  await button(/^Take this area/).click();
  await pane.getByRole("heading", { level: 1, name: /^Scorecard for .*07G/ }).waitFor();
  const kept = () =>
    pane.evaluate(() =>
      Excel.run(async (context) => {
        const part = context.workbook.customXmlParts.getByNamespace("urn:gp-scorecard:reference-data").getOnlyItemOrNullObject();
        part.load({ id: true });
        await context.sync();
        return !part.isNullObject;
      }),
    );
  while (!(await kept())) await new Promise((resolve) => setTimeout(resolve, 50));

  // From here on nothing is ready beside the add-in: what the new pane knows, it has from the workbook.
  await profile.unrouteAll();
  await pane.evaluate(() => location.reload());
  await button(/^Go on with .*07G/).waitFor();
  await eventually(async () => expect(await button(/^Figures ready/).count()).toBe(0));
  await profile.close();
  expect(complaints).toEqual({ errors: [], outside: [], missing: [] });
});
