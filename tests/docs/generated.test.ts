import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { blocks } from "./blocks";
import { documents, PROJECT } from "./markdown";

const MARKED = /<!-- generated: (\w+) -->\n([\s\S]*?)<!-- end -->/g;

const renewed = (text: string): string =>
  text.replace(MARKED, (_, name: string) => {
    const block = blocks[name];
    if (block === undefined) throw new Error(`Nothing is called ${name} in tests/docs/blocks.ts.`);
    return `<!-- generated: ${name} -->\n\n${block()}\n\n<!-- end -->`;
  });

const withBlocks = documents.filter(({ text }) => /<!-- generated: /.test(text));

test.each(withBlocks)("$path says what the code says; to renew it: npm run docs", ({ path, text }) => {
  if (process.env["UPDATE_DOCS"]) writeFileSync(join(PROJECT, path), renewed(text));
  else expect(text).toBe(renewed(text));
});

test("every block stands in a document", () => {
  const used = withBlocks.flatMap(({ text }) => [...text.matchAll(MARKED)].map(([, name]) => name!));
  expect([...new Set(used)].sort()).toEqual(Object.keys(blocks).sort());
});
