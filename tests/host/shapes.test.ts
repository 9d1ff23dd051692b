import { openExcel } from "../support/host";

/** A red dot, 8 by 5 pixels, as any program writes a PNG. */
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAFCAIAAAD38zoCAAAAEklEQVR4nGP4z8CAFTEMLQkAQ9wn2YCKBMUAAAAASUVORK5CYII=";

test("a picture stands where it is put, in its own size or another, and has words for those who cannot see it", async () => {
  const { Excel } = await openExcel();
  const read = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const cell = sheet.getRange("C4");
    cell.load({ left: true, top: true });
    await context.sync();
    const picture = sheet.shapes.addImage(DOT);
    picture.set({ left: cell.left, top: cell.top, altTextDescription: "A dot" });
    picture.load("width,height,type");
    await context.sync();
    const natural = [picture.width, picture.height, picture.type];
    picture.width = 60;
    sheet.shapes.load("items/left,items/top,items/width,items/height,items/altTextDescription,items/lockAspectRatio");
    await context.sync();
    return { cell: [cell.left, cell.top], natural, items: sheet.shapes.items.map((each) => each.toJSON()) };
  });
  // 96 pixels are 72 points. The proportions are locked from the first, so 60 wide is 37.5 high.
  expect(read.natural).toEqual([6, 3.75, "Image"]);
  const [left, top] = read.cell;
  expect(read.items).toEqual([
    expect.objectContaining({ left, top, width: 60, height: 37.5, altTextDescription: "A dot", lockAspectRatio: true }),
  ]);
  expect(left).toBeGreaterThan(0);
});

test("what is no picture is refused, and a deleted one is gone", async () => {
  const { Excel } = await openExcel();
  const wrong = Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").shapes.addImage("bm8gcGljdHVyZQ==");
    await context.sync();
  });
  await expect(wrong).rejects.toMatchObject({ code: "InvalidArgument" });
  const left = await Excel.run(async (context) => {
    const { shapes } = context.workbook.worksheets.getItem("Sheet1");
    shapes.addImage(DOT).delete();
    shapes.load("items/id");
    await context.sync();
    return shapes.items.length;
  });
  expect(left).toBe(0);
});
