/** Many cards at once: every sub-ICB location by the command line as it is shipped, and all of England on one card. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { geographies, prevalence } from "../made";
import { alone, clocked, type Measured } from "../pairs";
import { writeAreaWorkbook } from "../../src/cli/areaWorkbook";
import { practicesOfEngland } from "./growth";

const SCRIPT = join(__dirname, "../../build/cli/gp-scorecard.js");

export const measure: Measured = async ({ quick }) => {
  if (!existsSync(SCRIPT)) throw new Error("Build the command line first: npm run build.");
  const folder = mkdtempSync(join(tmpdir(), "bench-areas-"));
  try {
    const practices = quick ? 600 : 6378;
    writeFileSync(join(folder, "PREVALENCE_2223.csv"), prevalence(practices));
    writeFileSync(join(folder, "MAPPING_NHS_GEOGRAPHIES_2223.csv"), geographies(practices));
    const out = join(folder, "out");
    const took = await clocked(() => {
      const { status, stderr } = spawnSync(process.execPath, [SCRIPT, "build", "--each-area", "--data", folder, "--out", out], {
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(stderr);
    });
    const areas = readdirSync(out).length;
    const england = practicesOfEngland(quick ? 660 : 6300);
    const card = await clocked(() => writeAreaWorkbook(england, {}, "2026-11-25", join(folder, "england.xlsx")));
    const peak = process.resourceUsage().maxRSS / 1000;
    return [
      alone(
        {
          figure: `gp-scorecard build --each-area: ${areas} areas, ${practices.toLocaleString("en-GB")} practices, a year of prevalence, on the clock`,
          peer: "-",
          target: null,
          note: `${availableParallelism()} cores; asked for: 106 areas within 90 s on two cores`,
        },
        "ms",
        took,
      ),
      alone(
        {
          figure: `.xlsx of one card of ${england.practices.size.toLocaleString("en-GB")} practices, on the clock`,
          peer: "-",
          target: null,
          note: `asked for: 6,300 practices within 10 s; beyond 2,000 practices values are written`,
        },
        "ms",
        card,
      ),
      alone({ figure: "the same: most memory the process held", peer: "-", target: null, note: "asked for: 1 GB" }, "MB", peak),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
