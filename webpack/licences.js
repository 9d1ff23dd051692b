/** Gathers the licence of every package that went into the shipped scripts into licences.txt, as those licences ask. */
const fs = require("node:fs");
const path = require("node:path");

const NAME = "Licences";
const PACKAGE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

class LicencesPlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    const folders = new Set();
    compiler.hooks.compilation.tap(NAME, (compilation) => {
      // Workers are compiled by a child of this compilation; every module of either passes here.
      compilation.hooks.succeedModule.tap(NAME, ({ resource }) => note(resource));
      compilation.hooks.stillValidModule.tap(NAME, ({ resource }) => note(resource));
    });
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.hooks.processAssets.tap({ name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        compilation.emitAsset("licences.txt", new sources.RawSource([...folders].sort().map(entry).join("\n\n")));
      });
    });

    const note = (resource) => {
      const folder = PACKAGE.exec(resource ?? "")?.[1];
      if (folder !== undefined) folders.add(folder);
    };
  }
}

function entry(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = fs.readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  // Some packages leave the text of their licence in their repository, and it has to go along all the same.
  const source = file === undefined ? path.join(__dirname, "licenceTexts", `${name.replace("/", "+")}.txt`) : path.join(folder, file);
  if (!fs.existsSync(source)) throw new Error(`${name} comes without the text of its licence (${license}). Put it into ${source}.`);
  const text = fs.readFileSync(source, "utf8").trim();
  return `${"=".repeat(80)}\n${name} ${version} (${license})\n\n${text}`;
}

module.exports = { LicencesPlugin };
