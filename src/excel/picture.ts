import { hostProblem } from "./hostProblem";

/**
 * Puts a picture on the sheet in front, its corner at the selected cell, with words for those who cannot see it.
 * @param size in points
 * An Excel before ExcelApi 1.10 does not say where the selected cell is; there the picture comes into the corner of the sheet.
 *
 * @returns the name of the sheet, and whether the picture is at the selected cell
 * @throws ProblemError of kind "host" when Excel refuses; nothing is changed then
 */
export async function insertPicture(
  base64: string,
  size: { readonly width: number; readonly height: number },
  description: string,
): Promise<{ readonly sheet: string; readonly atCell: boolean }> {
  const atCell = typeof Office === "undefined" || Office.context?.requirements?.isSetSupported("ExcelApi", "1.10") !== false;
  return Excel.run({ delayForCellEdit: true } as Excel.RunOptions, async (context) => {
    const cell = context.workbook.getActiveCell();
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    if (atCell) cell.load({ left: true, top: true });
    sheet.load({ name: true });
    await context.sync();
    const picture = sheet.shapes.addImage(base64);
    picture.set({ ...(atCell ? { left: cell.left, top: cell.top } : { left: 0, top: 0 }), altTextDescription: description });
    picture.lockAspectRatio = false;
    picture.width = size.width;
    picture.height = size.height;
    picture.lockAspectRatio = true;
    await context.sync();
    return { sheet: sheet.name, atCell };
  }).catch((error: unknown) => {
    throw hostProblem(error, true);
  });
}
