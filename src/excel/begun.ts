/**
 * Sheets that are being added, by key the name under which each begins. Noted in the request that adds them and struck out when their ids
 * are remembered, so that a start cut off in between (the pane closed, Excel restarted) is known for what it is: nothing stands about
 * that nobody owns.
 */
export type Begun = ReadonlyMap<string, string>;

/** Key of the workbook setting. It is in users' files and never changes. */
export const begunKey = "gpScorecard.begun";

/** @param leftOver names of sheets of an earlier start that was cut off, which are still there */
export function noteBegun(context: Excel.RequestContext, begun: Begun, leftOver: readonly string[] = []): void {
  const noted = [...begun, ...leftOver.map((name, i) => [`${leftOverKey}${i}`, name] as const)];
  context.workbook.settings.add(begunKey, JSON.stringify(Object.fromEntries(noted)));
}

const leftOverKey = "left over ";

/** Only where something was noted. */
export function strikeOutBegun(context: Excel.RequestContext): void {
  context.workbook.settings.getItem(begunKey).delete();
}

/** Tells which of the sheets of a start that was cut off are ours now, and which are only in the way of those we have. */
export function afterBegun(
  own: ReadonlyMap<string, string>,
  begun: Begun,
  sheets: readonly { readonly id: string; readonly name: string }[],
): { readonly own: ReadonlyMap<string, string>; readonly leftOver: readonly string[] } {
  const ids = new Set(own.values());
  const found = [...begun].flatMap(([key, name]) => {
    const sheet = sheets.find((each) => each.name === name);
    return sheet === undefined || ids.has(sheet.id) ? [] : [[key, sheet.id] as const];
  });
  const isInTheWay = (key: string) => own.has(key) || key.startsWith(leftOverKey);
  return {
    own: new Map([...found.filter(([key]) => !isInTheWay(key)), ...own]),
    leftOver: found.filter(([key]) => isInTheWay(key)).map(([, id]) => id),
  };
}
