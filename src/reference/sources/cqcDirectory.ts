import { UnreadableFile } from "../decode";
import { column } from "../headings";
import { publication } from "../publication";

/**
 * CQC directory (`CQC_directory.csv`, weekly): every registered service with address and service types, under a preamble of some lines.
 *
 * - It has neither practice codes nor ratings, so that no row says anything about a practice of ours. It is known here in order to say so, and
 *   which file of the same page to take instead.
 *
 * No real file was at hand: the headings are from the publisher's pages.
 *
 * Gives: nothing.
 */
export const cqcDirectory = publication({
  id: "cqc-directory",
  title: "CQC directory",
  publisher: "Care Quality Commission",
  address: "https://www.cqc.org.uk/about-us/transparency/using-cqc-data",
  period: "none",
  fromDescription: true,
  columns: {
    name: column("Name"),
    postcode: column("Postcode"),
    types: column("Service types"),
    checked: column("Date of latest check"),
    location: column("CQC Location ID (for office use only)", "CQC Location ID"),
  },
  describe: () => {
    throw new UnreadableFile(
      "It is the CQC directory, which has neither practice codes nor ratings. From the same page take the care directory with ratings (HSCA active locations), or the latest ratings.",
    );
  },
});
