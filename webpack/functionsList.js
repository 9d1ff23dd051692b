/** A loader for `functions.ts?list`: the functions as functions.json will describe them, for the pane's searchable list. */
const path = require("node:path");
const { generateCustomFunctionsMetadata } = require("custom-functions-metadata");
const { declarations } = require("./functionsMetadata");

module.exports = function functionsList() {
  const done = this.async();
  const folder = path.dirname(this.resourcePath);
  const files = declarations(folder);
  this.addContextDependency(folder);
  generateCustomFunctionsMetadata(files).then(({ metadataJson }) => {
    const { functions } = JSON.parse(metadataJson || '{"functions":[]}');
    const listed = functions.map(({ name, description, parameters }) => ({
      name,
      description,
      parameters: parameters.map((parameter) => ({
        name: parameter.name,
        description: parameter.description,
        optional: parameter.optional === true,
      })),
    }));
    done(null, `export default ${JSON.stringify(listed)};`);
  }, done);
};
