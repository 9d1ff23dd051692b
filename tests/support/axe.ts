/** What axe-core finds against WCAG 2.2 at levels A and AA. */
import { readFileSync } from "node:fs";
import type Axe from "axe-core";
import type { Frame, Page } from "playwright-core";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Every fault of a page or frame, once its heading is drawn (screens are loaded when needed), as a short line; none where all is well. */
export async function axeFaults(page: Page | Frame): Promise<string[]> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof Axe }).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`),
  );
}
