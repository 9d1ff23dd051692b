/** Puts a section for every function of functions.json into the help page, with the id that the functions' help addresses lead to. */
const fs = require("node:fs");

const NAME = "HelpPage";
const PLACE = "<!-- functions -->";

class HelpPagePlugin {
  /** @param {{ template: string, namespace: string }} options */
  constructor({ template, namespace }) {
    this.template = template;
    this.namespace = namespace;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      // One later than FunctionsMetadata, which makes functions.json.
      compilation.hooks.processAssets.tap({ name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_REPORT + 1 }, () => {
        compilation.fileDependencies.add(this.template);
        const metadata = compilation.getAsset("functions.json");
        const functions = metadata === undefined ? [] : JSON.parse(metadata.source.source().toString()).functions;
        const page = fs.readFileSync(this.template, "utf8").replace(PLACE, functions.map((one) => section(one, this.namespace)).join("\n"));
        compilation.emitAsset("help.html", new sources.RawSource(page));
      });
    });
  }
}

function section({ id, name, description, parameters }, namespace) {
  const names = parameters.map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name)).join(", ");
  const terms = parameters.map((parameter) => `<dt>${escaped(parameter.name)}</dt><dd>${escaped(parameter.description ?? "")}</dd>`);
  return `<section id="${escaped(id)}">
<h3>${escaped(name)}</h3>
<p><code>=${escaped(`${namespace}.${name}(${names})`)}</code></p>
<p>${escaped(description ?? "")}</p>
<dl>${terms.join("")}</dl>
</section>`;
}

const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

module.exports = { HelpPagePlugin };
