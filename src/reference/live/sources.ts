import { ProblemError } from "../../problem";

/** What can be asked for over the network, and where its publisher answers. */
export const liveSources = {
  openprescribing: { title: "OpenPrescribing", address: "https://openprescribing.net" },
  fingertips: { title: "Fingertips", address: "https://fingertips.phe.org.uk" },
  ods: { title: "ODS Data Search and Export", address: "https://www.odsdatasearchandexport.nhs.uk" },
} as const;

export type LiveSource = keyof typeof liveSources;

/**
 * Where a source is asked: at its publisher, or at an organisation's own relay, which passes `<relay>/fingertips/...` on.
 * A web page may ask OpenPrescribing alone (it allows any origin); for the others a browser needs the relay, the command line does not.
 *
 * @param path with its leading slash
 * @example addressAt("ods", "/api/getReport?report=epraccur", "https://relay.nhs.example/open") // "https://relay.nhs.example/open/ods/api/getReport?report=epraccur"
 */
export const addressAt = (source: LiveSource, path: string, relay: string | null): string =>
  relay === null ? `${liveSources[source].address}${path}` : `${relay}/${source}${path}`;

/**
 * The address of a relay as somebody typed it, without a slash at its end.
 * @throws ProblemError where it is none, is not encrypted (but for this very machine), or carries a name and password or a query
 */
export function readRelay(typed: string): string {
  const refuse = (found: string): never => {
    throw new ProblemError({ kind: "wrongType", argument: "relay", expected: "an address like https://relay.example.nhs.uk/open", found });
  };
  if (!URL.canParse(typed)) return refuse(JSON.stringify(typed));
  const url = new URL(typed);
  const isOwnMachine = url.hostname === "localhost" || url.hostname === "127.0.0.1";
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isOwnMachine)) return refuse("an address that is not encrypted");
  if (url.username !== "" || url.password !== "") return refuse("an address with a name and password");
  if (url.search !== "" || url.hash !== "") return refuse("an address with a query");
  return url.href.replace(/\/+$/, "");
}
