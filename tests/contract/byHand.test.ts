import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BY_HAND } from "../../src/contract/byHand";
import { byHandPage } from "../../src/contract/byHandPage";
import { RULES } from "../../src/contract/contract";
import { contracts } from "../../src/contract/contracts";

const FILE = join(__dirname, "../../docs/excel-walkthrough.md");

test("docs/excel-walkthrough.md is what the list says (to renew it: npm run docs)", () => {
  if (process.env["UPDATE_DOCS"]) writeFileSync(FILE, byHandPage());
  expect(readFileSync(FILE, "utf8")).toBe(byHandPage());
});

test("every step has an id of its own, and there are no more than fit into ten minutes", () => {
  expect(new Set(BY_HAND.map(({ id }) => id)).size).toBe(BY_HAND.length);
  expect(BY_HAND.length).toBeLessThanOrEqual(20);
});

test("every rule of Excel that the host keeps is tried by a program or by hand", () => {
  const tried = new Set([...contracts, ...BY_HAND].map(({ rule }) => rule));
  expect(RULES.filter((rule) => !tried.has(rule))).toEqual([]);
});

test("every fact says how it is known: a page of Microsoft's, an issue of office-js, or why it is assumed", () => {
  for (const { source } of [...contracts, ...BY_HAND])
    expect(source.kind === "assumed" ? source.because : source.at).toMatch(
      source.kind === "assumed"
        ? /\w{3}/
        : /^https:\/\/(learn|support)\.microsoft\.com\/\w|^https:\/\/github\.com\/OfficeDev\/office-js\/issues\/\d+$/,
    );
});
