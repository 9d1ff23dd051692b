/**
 * Sheets that are being added, by key the name under which each begins. Noted in the request that adds them and struck out when their ids
 * are remembered, so that a start cut off in between (the pane closed, Excel restarted) is known for what it is: nothing stands about
 * that nobody owns.
 */
export type Begun = ReadonlyMap<string, string>;

/** Key of the workbook setting. It is in users' files and never changes. */
export const begunKey = "gpScorecard.begun";

export function noteBegun(context: Excel.RequestContext, begun: Begun): void {
  context.workbook.settings.add(begunKey, JSON.stringify(Object.fromEntries(begun)));
}

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
  return {
    own: new Map([...found.filter(([key]) => !own.has(key)), ...own]),
    leftOver: found.filter(([key]) => own.has(key)).map(([, id]) => id),
  };
}
