declare const __VERSION__: string;

/** The version of the add-in, and the Excel that it runs in. */
export const thisExcel = (): { readonly version: string; readonly excel: string; readonly platform: string } => {
  const diagnostics = typeof Office === "undefined" ? undefined : Office.context?.diagnostics;
  return { version: __VERSION__, excel: diagnostics?.version ?? "not connected", platform: diagnostics?.platform?.toString() ?? "" };
};

/** Whether this Excel has a version of ExcelApi. */
export const supports = (version: string): boolean =>
  typeof Office !== "undefined" && Office.context?.requirements?.isSetSupported("ExcelApi", version) === true;

/** The newest version of ExcelApi that this Excel has; they are counted 1.1, 1.2 and on. */
export function newestApi(): string {
  let newest = 0;
  while (newest < 60 && supports(`1.${newest + 1}`)) newest++;
  return newest === 0 ? "unknown" : `1.${newest}`;
}
