/** The day of the newest pack is remembered on this computer, so that an older one put in its place does not go unnoticed. */
import type { Browser } from "playwright-core";
import { makePack } from "../../src/reference/makePack";
import { thurrock } from "../reference/files";
import { launchBrowser } from "../support/browser";
import { eventually } from "../support/eventually";
import { servePane, openPane, type PaneSite } from "./paneAlone";

jest.setTimeout(120_000);

let browser: Browser;
let site: PaneSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), servePane()]);
});
afterAll(async () => {
  await browser?.close();
  site?.server.close();
});

test("a pane opened again beside an older pack says so, beside a newer one it is quiet", async () => {
  const files = ["PREVALENCE_2223.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv"].map(thurrock);
  const { page, errors } = await openPane(browser, site);
  const openBeside = async (made: string): Promise<void> => {
    await page.context().unroute("**/pack/*");
    const pack = new Map<string, Uint8Array>();
    for await (const [name, bytes] of makePack(files, { made })) pack.set(name, bytes);
    await page.context().route("**/pack/*", (route) => {
      const body = pack.get(route.request().url().split("/").at(-1)!);
      return body ? route.fulfill({ contentType: "application/json", body: Buffer.from(body) }) : route.fulfill({ status: 404 });
    });
    await page.reload();
    await page.getByRole("button", { name: /^Figures ready for this add-in/ }).waitFor();
  };
  const note = page.getByRole("note").filter({ hasText: "this computer has seen some made on 22 November 2026" });

  await openBeside("2026-11-22");
  await eventually(async () => expect(await note.count()).toBe(0));
  await openBeside("2026-05-02");
  await note.getByText("made on 2 May 2026").waitFor();
  // It stays remembered: the older one did not take its place.
  await openBeside("2026-05-02");
  await note.waitFor();
  await openBeside("2026-11-24");
  await page.getByText("Made on 24 November 2026").waitFor();
  await eventually(async () => expect(await note.count()).toBe(0));
  expect(errors).toEqual([]);
});
