/**
 * Makes functions.json from the JSDoc of the custom functions, and refuses to build when Excel would show #NAME?:
 * when the metadata cannot be read, when a function the add-in is known for is gone, or when functions.js, loaded where
 * nothing but `CustomFunctions` exists, does not associate a function that functions.json promises.
 */
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");
const { generateCustomFunctionsMetadata } = require("custom-functions-metadata");

const NAME = "FunctionsMetadata";

class FunctionsMetadataPlugin {
  /** @param {{ folder: string, expected: string[] }} options where the declarations are, and ids that must be among them */
  constructor({ folder, expected }) {
    this.folder = folder;
    this.expected = expected;
  }

  apply(compiler) {
    const { Compilation, WebpackError, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const report = (fault) => compilation.errors.push(new WebpackError(`functions.json: ${fault}`));
      compilation.hooks.processAssets.tapPromise({ name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, async () => {
        const files = declarations(this.folder);
        files.forEach((file) => compilation.fileDependencies.add(file));
        const { metadataJson, errors } = await generateCustomFunctionsMetadata(files);
        if (errors.length > 0) return errors.forEach(report);

        // Without it an error in one cell of a range stops the whole call before it reaches us. The generator has no tag for it.
        const metadata = { ...JSON.parse(metadataJson), allowErrorForDataTypeAny: true };
        compilation.emitAsset("functions.json", new sources.RawSource(JSON.stringify(metadata, null, 2)));
        const ids = metadata.functions.map(({ id }) => id);
        this.expected.filter((id) => !ids.includes(id)).forEach((id) => report(`${id} is missing`));
        if (compilation.errors.length > 0) return;

        const associated = associatedIds(compilation.getAsset("functions.js").source.source().toString());
        ids.filter((id) => !associated.has(id)).forEach((id) => report(`${id} is never associated by functions.js`));
        [...associated].filter((id) => !ids.includes(id)).forEach((id) => report(`${id} is associated, but has no metadata`));
      });
    });
  }
}

const declarations = (folder) =>
  fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => path.join(folder, name))
    .filter((file) => fs.readFileSync(file, "utf8").includes("@customfunction"));

/** The ids a functions bundle associates when it is loaded where nothing but the `CustomFunctions` global exists. */
function associatedIds(script) {
  const ids = new Set();
  const associate = (id, implementation) => {
    if (typeof id !== "string") return Object.entries(id).forEach(([key, value]) => associate(key, value));
    if (typeof implementation === "function") ids.add(id.toUpperCase());
  };
  class CellError extends Error {}
  const ErrorCode = Object.fromEntries(
    ["invalidValue", "invalidNumber", "divisionByZero", "notAvailable", "nullReference"].map((code) => [code, code]),
  );
  vm.runInNewContext(script, { CustomFunctions: { associate, Error: CellError, ErrorCode } }, { filename: "functions.js" });
  return ids;
}

module.exports = { FunctionsMetadataPlugin, declarations };
