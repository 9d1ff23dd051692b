/**
 * Makes the help pages that are served with the add-in from the documents that people read on the forge: help.html from src/help/help.md and the functions'
 * reference, help/*.html from docs/. They hold no script, load nothing, and carry the addresses that functions and screens lead to.
 */
const fs = require("node:fs");
const path = require("node:path");

const NAME = "HelpPages";

/** Documents that are served, in the order of the navigation; others are named but not linked. */
const PAGES = [
  { name: "Help", document: "src/help/help.md", page: "help.html" },
  { name: "First scorecard", document: "docs/first-scorecard.md", page: "help/first-scorecard.html" },
  { name: "Functions", document: "docs/functions.md", page: "help/functions.html" },
  { name: "Sources", document: "docs/sources.md", page: "help/sources.html" },
  { name: "Methods", document: "docs/methods.md", page: "help/methods.html" },
  { name: "Glossary", document: "docs/glossary.md", page: "help/glossary.html" },
  { name: "Installing", document: "docs/install.md", page: "help/install.html" },
  { name: "For administrators", document: "docs/admin.md", page: "help/admin.html" },
];

class HelpPagesPlugin {
  /** @param {{ project: string, version: string }} options */
  constructor({ project, version }) {
    this.project = project;
    this.version = version;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const read = (file, encoding) => {
        const place = path.join(this.project, file);
        compilation.fileDependencies.add(place);
        return fs.readFileSync(place, encoding);
      };
      compilation.hooks.processAssets.tapPromise({ name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, async () => {
        const { Marked } = await import("marked");
        const template = read("src/help/page.html", "utf8");
        const pictures = new Set();
        for (const { name, document, page } of PAGES) {
          const text = read(document, "utf8");
          const whole = document === "src/help/help.md" ? `${text}\n${briefly(read("docs/functions.md", "utf8"))}` : text;
          const content = await new Marked(rendering(document, page, pictures)).parse(whole.replace(/<!--.*?-->\n?/g, ""));
          const filled = { title: name, navigation: navigation(page), content, version: this.version };
          compilation.emitAsset(page, new sources.RawSource(template.replace(/<!-- (\w+) -->/g, (_, part) => filled[part])));
        }
        for (const picture of pictures) compilation.emitAsset(pictureAt(picture), new sources.RawSource(read(picture)));
      });
    });
  }
}

/** Of each function in the reference: what it is, its arguments, a worked example, its method; not the tables of all its rules. */
const briefly = (reference) =>
  reference
    .split(/^(?=### )/m)
    .slice(1)
    .map((entry) =>
      entry
        .split(/^_.*_$/m)[0]
        .split(/^## /m)[0]
        .trimEnd(),
    )
    .join("\n\n");

const navigation = (current) =>
  PAGES.map(({ name, page }) =>
    page === current
      ? `<a href="${relative(current, page)}" aria-current="page">${name}</a>`
      : `<a href="${relative(current, page)}">${name}</a>`,
  ).join("");

const relative = (from, to) => path.posix.relative(path.posix.dirname(from), to);
const pictureAt = (file) => `assets/help/${path.posix.basename(file)}`;

/** How Markdown becomes the page: headings that can be linked to, links between documents led to pages, tables that do not widen a narrow window. */
const rendering = (document, page, pictures) => ({
  renderer: {
    heading({ depth, tokens, text }) {
      const [, words, named] = /^(.*?)(?: \{#([\w-]+)\})?$/.exec(text);
      const isFunction = depth === 3 && /^[A-Z][A-Z0-9_]+$/.test(words);
      const id = named ?? (isFunction ? words : anchorOf(words));
      const inner = named === undefined ? this.parser.parseInline(tokens) : words;
      const mark = depth === 1 ? `<img src="${relative(page, "assets/icons/mark-80.png")}" alt="">` : "";
      return `<h${depth} id="${id}">${mark}${inner}</h${depth}>\n`;
    },
    link({ href, tokens }) {
      const inner = this.parser.parseInline(tokens);
      if (/^https:/.test(href)) return `<a href="${href}" target="_blank" rel="noreferrer">${inner}</a>`;
      if (href.startsWith("#")) return `<a href="${href}">${inner}</a>`;
      const [file, section] = path.posix.normalize(path.posix.join(path.posix.dirname(document), href)).split("#");
      const to = PAGES.find((each) => each.document === file);
      return to === undefined ? inner : `<a href="${relative(page, to.page)}${section ? `#${section}` : ""}">${inner}</a>`;
    },
    image({ href, text }) {
      const file = path.posix.normalize(path.posix.join(path.posix.dirname(document), href));
      pictures.add(file);
      return `<img src="${relative(page, pictureAt(file))}" alt="${text.replaceAll('"', "&quot;")}">`;
    },
    // What can be scrolled has to be reachable by keyboard; a heading without words is no heading.
    table(token) {
      const table = this.constructor.prototype.table.call(this, token).replaceAll("<th></th>", "<td></td>");
      return `<div class="wide" role="group" aria-label="Table" tabindex="0">${table}</div>\n`;
    },
    code({ text }) {
      return `<pre tabindex="0"><code>${text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)}</code></pre>\n`;
    },
  },
});

const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");

module.exports = { HelpPagesPlugin, PAGES };
