/**
 * A file as it is named on a sheet: without the folders it lay in, which are nobody else's business, but with the archive it came from.
 * @example fileLabel("downloads/2023/QOF_2223.zip/PREVALENCE_2223.csv") // "QOF_2223.zip/PREVALENCE_2223.csv"
 */
export function fileLabel(path: string): string {
  const parts = path.split(/[\\/]/);
  const archive = parts.findIndex((part) => /\.zip$/i.test(part));
  return parts.slice(archive < 0 ? -1 : archive).join("/");
}

/** The same inside a sentence, for the files that were loaded. */
export const withFileLabels = (sentence: string, files: readonly string[]): string =>
  [...files].sort((a, b) => b.length - a.length).reduce((words, file) => words.replaceAll(file, fileLabel(file)), sentence);
