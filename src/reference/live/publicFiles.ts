import { fromBlob, type FileSource } from "../fileSource";
import { askFor, type Asking } from "./askFor";
import { addressAt, liveSources } from "./sources";

/** How publishers label CSV; some label it as nothing in particular. */
const CSV = /csv|text\/plain|octet-stream|excel/i;

/**
 * One Fingertips indicator for every practice of England, as its CSV download: read by the importer of that publication.
 * One indicator a request: all of a profile's make the server fail (fingertipsR issue 75).
 */
export async function fingertipsFile(indicatorId: string, relay: string | null, asking: Asking): Promise<FileSource> {
  const path = `/api/all_data/csv/by_indicator_id?indicator_ids=${encodeURIComponent(indicatorId)}&child_area_type_id=7&parent_area_type_id=15&parent_area_code=E92000001`;
  const { title } = liveSources.fingertips;
  const bytes = await askFor(
    { address: addressAt("fingertips", path, relay), source: `${title} ${indicatorId}`, contentType: CSV },
    asking,
  );
  return fromBlob(`${title} ${indicatorId}`, new Blob([bytes]));
}

/** The ODS report epraccur: every GP practice and its commissioner, as of last night. */
export async function epraccurFile(relay: string | null, asking: Asking): Promise<FileSource> {
  const { title } = liveSources.ods;
  const address = addressAt("ods", "/api/getReport?report=epraccur", relay);
  return fromBlob("ODS epraccur", new Blob([await askFor({ address, source: `${title}, epraccur`, contentType: CSV }, asking)]));
}
