/**
 * Documents of ours inside the workbook's file, where no sheet shows them (custom XML parts). What stands in them is not this room's
 * matter. They can be read by anyone who has the file: nothing personal goes in.
 */

/** Puts the documents into the workbook, in place of those of this namespace that were there. With none, only takes those out. */
export async function keepDocuments(namespace: string, documents: readonly string[]): Promise<void> {
  await Excel.run(async (context) => {
    const { customXmlParts } = context.workbook;
    const before = customXmlParts.getByNamespace(namespace);
    before.load({ id: true });
    await context.sync();
    // New before old: should Excel stop in between, one whole set is there.
    for (const document of documents) customXmlParts.add(document);
    before.items.map(({ id }) => customXmlParts.getItem(id)).forEach((part) => part.delete());
    await context.sync();
  });
}

/** Every document of this namespace, in no particular order. */
export async function keptDocuments(namespace: string): Promise<readonly string[]> {
  return Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts.getByNamespace(namespace);
    parts.load({ id: true });
    await context.sync();
    const documents = parts.items.map(({ id }) => context.workbook.customXmlParts.getItem(id).getXml());
    await context.sync();
    return documents.map(({ value }) => value);
  });
}
