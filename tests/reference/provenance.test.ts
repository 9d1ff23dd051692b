import { createHash } from "node:crypto";
import { illustrativeArea } from "../../src/reference/illustrative";
import { provenanceNote, provenanceOf } from "../../src/reference/provenance";
import { inspectFiles, readReferenceData } from "../../src/reference/read";
import { PUBLICATIONS } from "../../src/reference/sources";
import { fileOf, inPieces, thurrock } from "./files";
import { zipOf } from "./zips";

const sha256 = async (blob: Blob) =>
  createHash("sha256")
    .update(new Uint8Array(await blob.arrayBuffer()))
    .digest("hex");

it("carries the hash of each file, as other programs work it out", async () => {
  const file = thurrock("PREVALENCE_2223.csv");
  const data = await readReferenceData([file, inPieces(thurrock("MAPPING_NHS_GEOGRAPHIES_2223.csv"), 1000)], { area: "07G" });
  expect(data.files.map((report) => report.sha256)).toEqual([
    await sha256(file.blob!),
    await sha256(thurrock("MAPPING_NHS_GEOGRAPHIES_2223.csv").blob!),
  ]);
});

it("carries the hash of the archive a file stood in: that is what was downloaded", async () => {
  const archive = fileOf("QOF_2223.zip", await zipOf({ "data/PREVALENCE_2223.csv": await thurrock("PREVALENCE_2223.csv").blob!.text() }));
  const { files } = await inspectFiles([archive]);
  expect(files[0]).toMatchObject({ file: "QOF_2223.zip/data/PREVALENCE_2223.csv", sha256: await sha256(archive.blob!) });
});

it("hashes nothing that could not be used", async () => {
  const { files } = await inspectFiles([fileOf("other.csv", "a,b\n1,2\n")]);
  expect(files[0]).not.toHaveProperty("sha256");
});

it.each(PUBLICATIONS.map(({ id }) => [id]))("names publisher, page, licence and attribution of %s", (id) => {
  const { publisher, title, address, attribution } = provenanceOf(id, "2022-23");
  expect(address).toMatch(/^https:\/\//);
  expect(attribution).toBe(
    `Contains public sector information licensed under the Open Government Licence v3.0. Source: ${publisher}, ${title}, 2022-23.`,
  );
});

it("tells all about a figure in a note", async () => {
  const file = thurrock("PREVALENCE_2223.csv");
  const geography = thurrock("MAPPING_NHS_GEOGRAPHIES_2223.csv");
  const data = await readReferenceData([file, geography], { area: "07G" });
  const aveley = data.observations.find(({ practiceCode, indicator }) => practiceCode === "F81010" && indicator === "HYP")!;
  expect(provenanceNote(data, aveley)).toBe(
    [
      "1,636 of 12,314, 2022-23",
      "QOF prevalence, NHS England",
      "PREVALENCE_2223.csv, line 11",
      `SHA-256 ${await sha256(file.blob!)}`,
      "Contains public sector information licensed under the Open Government Licence v3.0. Source: NHS England, QOF prevalence, 2022-23.",
    ].join("\n"),
  );
  // The days of these two years are confirmed by pages of the publication.
  const noteOf = async (period: string) => {
    const dated = await readReferenceData([file, geography], { area: "07G", periods: new Map([[file.name, period]]) });
    return provenanceNote(dated, dated.observations[0]!).split("\n")[1];
  };
  expect(await noteOf("2017-18")).toBe("QOF prevalence, NHS England, published 25 October 2018");
  expect(await noteOf("2023-24")).toBe("QOF prevalence, NHS England, extracted 1 July 2024");
});

it("claims no licence for made-up figures", () => {
  const data = illustrativeArea();
  expect(provenanceNote(data, data.observations[0]!)).toContain("Made-up figures");
  expect(provenanceNote(data, data.observations[0]!)).not.toContain("Open Government Licence");
});
