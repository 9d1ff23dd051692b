/** The documents of the project, and what stands in them. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { marked, type Token, type Tokens } from "marked";

export const PROJECT = join(__dirname, "../..");

export interface Document {
  /** From the project's folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

export interface CodeBlock {
  /** The first word after the fence. */
  readonly language: string;
  /** file="…" and after="…" behind it; readers do not see them. */
  readonly file: string | undefined;
  readonly after: string | undefined;
  readonly code: string;
}

/** Every document that people read on the forge. */
export const documents: readonly Document[] = [
  ...readdirSync(PROJECT).filter((name) => name.endsWith(".md")),
  ...["docs", "bench", "tests", ".github", "src/help"].flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
      .map((entry) => relative(PROJECT, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
  ),
]
  .sort()
  .map((path) => ({ path, text: readFileSync(join(PROJECT, path), "utf8") }));

export const documentAt = (path: string): Document => documents.find((each) => each.path === path)!;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  marked.walkTokens(marked.lexer(text), (token) => void tokens.push(token));
  return tokens;
}

/** Addresses of links and pictures. */
export const linksIn = (text: string): readonly string[] =>
  tokensOf(text).flatMap((token) => (token.type === "link" || token.type === "image" ? [(token as Tokens.Link).href] : []));

/** What stands in code type inside a sentence. */
export const namedIn = (text: string): readonly string[] =>
  tokensOf(text).flatMap((token) => (token.type === "codespan" ? [(token as Tokens.Codespan).text] : []));

export const codeBlocksIn = (text: string): readonly CodeBlock[] =>
  tokensOf(text)
    .filter((token): token is Tokens.Code => token.type === "code")
    .map(({ lang = "", text: code }) => ({
      language: lang.split(" ")[0]!,
      file: /\bfile=(\S+)/.exec(lang)?.[1],
      after: /\bafter="(.*)"$/.exec(lang)?.[1],
      code,
    }));

/** The names by which headings can be linked to, as forges make them. */
export const anchorsIn = (text: string): readonly string[] =>
  tokensOf(text)
    .filter((token): token is Tokens.Heading => token.type === "heading")
    .map(({ text: heading }) => anchorOf(heading));

export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[`*_]/g, (mark) => (mark === "_" ? "_" : ""))
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
