/** Runs a batch that a person can take back in one step, where this Excel can join several requests to one (ExcelApi 1.20). */
export function asOneStep<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const joins = typeof Office !== "undefined" && Office.context?.requirements?.isSetSupported("ExcelApi", "1.20") === true;
  const options: Excel.RunOptions = { delayForCellEdit: true, ...(joins ? { mergeUndoGroup: true } : {}) };
  return Excel.run(options, batch);
}
