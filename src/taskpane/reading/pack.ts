import { ProblemError } from "../../problem";
import type { ReferenceData } from "../../reference/model";
import { askFor, askIfThere, type Asking } from "../../reference/live/askFor";
import { packNews, readPackedArea, readPackIndex, type PackIndex, type PackNews } from "../../reference/pack";
import { faultsInWords, type ShapeFault } from "../../reference/shape";
import { keepHere, keptHere } from "../keptHere";

const THE_PACK = "The pack beside this add-in";

/** Where the pack lies: beside the pane's own page, so that no other address is ever asked. */
const addressOf = (file: string): string => new URL(`pack/${file}`, document.baseURI).href;

/**
 * The pack that whoever hosts the add-in may have put beside it, or null where there is none: no file, or `null` in it.
 * @throws ProblemError where there is one that is not in order
 */
export async function findPack(asking: Asking): Promise<PackIndex | null> {
  const bytes = await askIfThere({ address: addressOf("index.json"), source: THE_PACK, contentType: /./ }, asking);
  if (bytes === null) return null;
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === "null") return null;
  const index = readPackIndex(text);
  if ("faults" in index) throw notInOrder(index.faults);
  return index;
}

/** What there is to know about a pack beside those seen on this computer before; it is remembered if it is the newest. */
export function newsOf({ made }: PackIndex): PackNews | null {
  const newest = keptHere("newestPack");
  const news = packNews(made, newest, new Date());
  if (news === null && made !== newest) keepHere("newestPack", made);
  return news;
}

/** One area of the pack: its file and that of England, checked against the index. */
export async function takeFromPack(index: PackIndex, areaCode: string, asking: Asking): Promise<ReferenceData> {
  const file = index.areas.find(({ code }) => code === areaCode)?.file;
  if (file === undefined) throw new ProblemError({ kind: "notFound", what: "area", key: areaCode, near: [] });
  const ask = (name: string) => askFor({ address: addressOf(name), source: THE_PACK, contentType: /./ }, asking);
  const [area, england] = await Promise.all([ask(file), ask(index.england.file)]);
  const read = await readPackedArea(index, areaCode, { area, england });
  if ("faults" in read) throw notInOrder(read.faults);
  return read;
}

const notInOrder = (faults: readonly ShapeFault[]): ProblemError =>
  new ProblemError({ kind: "unreadable", file: THE_PACK, reason: faultsInWords(faults) });
