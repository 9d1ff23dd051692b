import { hostProblem } from "./hostProblem";

/**
 * Puts a picture on the sheet in front, its corner at the selected cell, with words for those who cannot see it.
 * @param size in points
 * @returns the name of the sheet
 * @throws ProblemError of kind "host" when Excel refuses; nothing is changed then
 */
export async function insertPicture(
  base64: string,
  size: { readonly width: number; readonly height: number },
  description: string,
): Promise<string> {
  return Excel.run({ delayForCellEdit: true } as Excel.RunOptions, async (context) => {
    const cell = context.workbook.getActiveCell();
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    cell.load({ left: true, top: true });
    sheet.load({ name: true });
    await context.sync();
    const picture = sheet.shapes.addImage(base64);
    picture.set({ left: cell.left, top: cell.top, altTextDescription: description });
    picture.lockAspectRatio = false;
    picture.width = size.width;
    picture.height = size.height;
    picture.lockAspectRatio = true;
    await context.sync();
    return sheet.name;
  }).catch((error: unknown) => {
    throw hostProblem(error, true);
  });
}
