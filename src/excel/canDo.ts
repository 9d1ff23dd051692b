/** Whether this Excel has a version of ExcelApi; where nobody says, it has. */
export const canDo = (version: string): boolean =>
  typeof Office === "undefined" || Office.context?.requirements?.isSetSupported("ExcelApi", version) !== false;
