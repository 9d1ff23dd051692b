import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { declaredFunctions } from "./metadata";
import { referenceText } from "./reference";

const file = join(__dirname, "../../docs/functions.md");

test("docs/functions.md is what the docstrings and tables say; to renew it: npm run docs", async () => {
  const text = referenceText(await declaredFunctions());
  if (process.env["UPDATE_DOCS"]) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file) && readFileSync(file, "utf8")).toBe(text);
});
