/** Lets `require` read TypeScript, for the programs that people run on a checkout: they are no part of what is built. */
const fs = require("node:fs");
const { transformSync } = require("@swc/core");

require.extensions[".ts"] = (module, file) => {
  const { code } = transformSync(fs.readFileSync(file, "utf8"), {
    filename: file,
    swcrc: false,
    module: { type: "commonjs" },
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
  });
  module._compile(code, file);
};
