/**
 * A file that can be read more than once from its beginning: a picked `File` in the pane, a path on the command line,
 * an entry of a zip archive. Reading twice is what lets the geography be read before the figures are filtered by it.
 */
export interface FileSource {
  /** As a person knows it; inside an archive "QOF_2223.zip/PREVALENCE_2223.csv". */
  readonly name: string;
  /** Bytes, for progress; 0 where not known. */
  readonly size: number;
  open(): ReadableStream<Uint8Array>;
  /** The same bytes for reading at any place, where there is such a thing: an archive keeps its directory at its end. */
  readonly blob?: Blob;
  /** The file as a person gave it, where this is inside an archive or a workbook. */
  readonly given?: FileSource;
  /** For a sheet: the name of the workbook it stands in. */
  readonly workbook?: string;
}

export const fromBlob = (name: string, blob: Blob): FileSource => ({ name, size: blob.size, open: () => blob.stream(), blob });

/** Two files picked from different folders may have one name; the second is then called "name (2)". */
export function namedApart(files: readonly FileSource[]): FileSource[] {
  const times = new Map<string, number>();
  return files.map((file) => {
    const time = (times.get(file.name) ?? 0) + 1;
    times.set(file.name, time);
    return time === 1 ? file : { ...file, name: `${file.name} (${time})` };
  });
}
