/** Every link in the documents leads somewhere, and the commands that they show are those that there are. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { anchorsIn, codeBlocksIn, documentAt, documents, linksIn, namedIn, PROJECT } from "./markdown";

const anchorsOf = (path: string): readonly string[] => {
  const { text } = documentAt(path);
  return [...anchorsIn(text), ...[...text.matchAll(/\{#([\w-]+)\}/g)].map(([, name]) => name!)];
};

test.each(documents)("every link of $path leads to a file that is there, and to a heading in it", ({ path, text }) => {
  const lost = linksIn(text)
    .filter((link) => !/^(https?|mailto):/.test(link))
    .filter((link) => {
      const [file = "", anchor] = link.split("#");
      const to = file === "" ? path : normalize(join(dirname(path), decodeURI(file))).replaceAll("\\", "/");
      if (!existsSync(join(PROJECT, to))) return true;
      return anchor !== undefined && to.endsWith(".md") && !anchorsOf(to).includes(anchor);
    });
  expect(lost).toEqual([]);
});

test("every file and folder of the project that a document names in passing is there", () => {
  const lost = documents.flatMap(({ path, text }) =>
    namedIn(text)
      .filter((named) => /^(\.ci|\.github|assets|bench|docs|release|src|tests|tools)\/[\w./-]+$/.test(named) && !/\.\.\.?$/.test(named))
      .filter((named) => !["", ".ts", ".test.ts"].some((end) => existsSync(join(PROJECT, `${named}${end}`))))
      .map((named) => `${path}: ${named}`),
  );
  expect(lost).toEqual([]);
});

test("links out of the project are https, so that they can be followed on a locked-down computer", () => {
  const plain = documents.flatMap(({ path, text }) =>
    linksIn(text)
      .filter((link) => /^http:/.test(link))
      .map((link) => `${path}: ${link}`),
  );
  expect(plain).toEqual([]);
});

/** The commands of all shell blocks, comments taken off, with the document that they stand in. */
const commands = documents.flatMap(({ path, text }) =>
  codeBlocksIn(text)
    .filter(({ language }) => language === "sh")
    .flatMap(({ code }) => code.split("\n"))
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line !== "")
    .map((line) => [path, line] as const),
);

test("every npm script that a document names is in package.json, and every file that is run is there", () => {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as { scripts: Record<string, string> };
  const builtIn = new Set(["ci", "install", "pack", "update"]);
  const lost = commands.flatMap(([path, line]) =>
    line.split("&&").flatMap((part) => {
      const [program, first = "", second = ""] = part.trim().split(/\s+/);
      if (program === "npm" && !builtIn.has(first)) return (first === "run" ? second : first) in scripts ? [] : [`${path}: ${part}`];
      if ((program === "node" || program === "bash") && !existsSync(join(PROJECT, first))) return [`${path}: ${part}`];
      return [];
    }),
  );
  expect(lost).toEqual([]);
});

test("the front page begins with its picture, and its two commands are what they have always been", () => {
  const { text } = documentAt("README.md");
  expect(text.indexOf("![")).toBeLessThan(200);
  expect(text).toMatch(/^npm ci && npm start\b/m);
  expect(text).toMatch(/^npm ci && npm test\b/m);
});

test("every package is named in the list of dependencies with its reason, and none that is not there", () => {
  const { devDependencies } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as {
    devDependencies: Record<string, string>;
  };
  const { text } = documentAt("docs/dependencies.md");
  const named = [...text.matchAll(/^\| (`.*?) +\|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
  expect(named.sort()).toEqual(
    Object.keys(devDependencies)
      .filter((name) => !name.startsWith("@types/"))
      .sort(),
  );
});
