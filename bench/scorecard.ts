/**
 * How long it takes from click to receipt, through the real Office.js client and the host without its grid.
 *
 *   node bench/run.js scorecard [pages]
 *
 * The made-up area of 33 practices, the default preset, with `pages` practice pages (33 if left out). Prints the round trips and the size of
 * the largest request as well: those do not depend on the machine.
 */
import { createScorecard } from "../src/actions/createScorecard";
import { illustrativeArea } from "../src/reference/illustrative";
import { longTermConditions } from "../src/scorecard/presets";
import { openExcel } from "../tests/support/host";

export interface ScorecardMeasure {
  readonly pages: number;
  readonly milliseconds: number;
  /** Of which the host spent so much on answering: in Excel that is Excel's own. */
  readonly inHost: number;
  readonly processor: number;
  readonly roundTrips: number;
  readonly largestRequest: number;
  readonly allRequests: number;
}

export async function measureScorecard(pages: number): Promise<ScorecardMeasure> {
  const data = illustrativeArea();
  const practicePages = [...data.practices.keys()].sort().slice(0, pages);
  const { host } = await openExcel();
  const [began, used] = [performance.now(), process.cpuUsage()];
  await createScorecard(data, { spec: longTermConditions, builtOn: new Date(2026, 10, 22), sheets: { practicePages } });
  const { user, system } = process.cpuUsage(used);
  const sizes = host.log.map(({ requestBytes }) => requestBytes);
  return {
    pages,
    milliseconds: performance.now() - began,
    inHost: host.log.reduce((sum, { ms }) => sum + ms, 0),
    processor: (user + system) / 1000,
    roundTrips: host.log.length,
    largestRequest: Math.max(...sizes),
    allRequests: sizes.reduce((sum, size) => sum + size, 0),
  };
}

if (process.argv[2] === "scorecard")
  void (async () => {
    const wanted = Number(process.argv[3] ?? 33);
    for (const pages of [0, 0, wanted, wanted])
      console.log(JSON.stringify(await measureScorecard(pages), (_, v: unknown) => (typeof v === "number" ? Math.round(v) : v)));
    process.exit(0);
  })();
