import { InvalidArgumentError, Option } from "commander";
import type { FileSource } from "../reference/fileSource";
import type { Asking } from "../reference/live/askFor";
import { openPrescribingMeasure, withLiveFigures } from "../reference/live/openPrescribing";
import { epraccurFile, fingertipsFile } from "../reference/live/publicFiles";
import { readRelay } from "../reference/live/sources";
import type { ReferenceData } from "../reference/model";

/** Something to be fetched: which source, and which of its figures. */
export interface Fetched {
  readonly source: "epraccur" | "fingertips" | "openprescribing";
  readonly what: string;
}

/** Nothing is fetched unless it is asked for here. */
export const fetchOption = () =>
  new Option(
    "--fetch <source...>",
    "also fetch from the internet: epraccur, fingertips:93553 (an indicator), openprescribing:lpzomnibus (a measure)",
  ).argParser((typed: string, before: readonly Fetched[] = []): readonly Fetched[] => [...before, readFetched(typed)]);

export const relayOption = () =>
  new Option("--relay <address>", "an organisation's own relay to ask in place of the publishers").argParser((typed) => {
    try {
      return readRelay(typed);
    } catch {
      throw new InvalidArgumentError("Enter an address like https://relay.example.nhs.uk/open.");
    }
  });

function readFetched(typed: string): Fetched {
  const [source = "", what = "", ...more] = typed.split(":");
  const isRight =
    more.length === 0 &&
    ((source === "epraccur" && what === "") ||
      (source === "fingertips" && /^\d{1,7}$/.test(what)) ||
      (source === "openprescribing" && /^[a-z0-9_]{1,60}$/i.test(what)));
  if (!isRight) throw new InvalidArgumentError("Enter epraccur, fingertips:93553 or openprescribing:lpzomnibus.");
  return { source: source as Fetched["source"], what };
}

const asking: Asking = { fetch: globalThis.fetch, timeout: 120_000 };

/** The fetched publications that are files, to be read beside those on disk. One after the other: a public server is not rushed. */
export async function fetchedFiles(wanted: readonly Fetched[], relay: string | null): Promise<readonly FileSource[]> {
  const files: FileSource[] = [];
  for (const { source, what } of wanted) {
    if (source === "epraccur") files.push(await epraccurFile(relay, asking));
    if (source === "fingertips") files.push(await fingertipsFile(what, relay, asking));
  }
  return files;
}

/** The data with the figures beside them that are asked for by area. */
export async function withFetchedFigures(data: ReferenceData, wanted: readonly Fetched[], relay: string | null): Promise<ReferenceData> {
  let all = data;
  for (const { source, what } of wanted)
    if (source === "openprescribing") all = withLiveFigures(all, await openPrescribingMeasure(what, data.area.code, relay, asking));
  return all;
}
