/**
 * Runs a measurement written in TypeScript: node bench/run.js <file> <arguments>; `npm run bench` runs them all.
 */
const fs = require("node:fs");
const path = require("node:path");
const { transformSync } = require("@swc/core");

for (const extension of [".ts", ".tsx"])
  require.extensions[extension] = (module, file) => {
    const { code } = transformSync(fs.readFileSync(file, "utf8"), {
      filename: file,
      swcrc: false,
      module: { type: "commonjs" },
      jsc: { target: "es2022", parser: { syntax: "typescript", tsx: extension === ".tsx" } },
    });
    module._compile(code, file);
  };

require(path.resolve(__dirname, `${process.argv[2]}.ts`));
