/** Runs a measurement written in TypeScript: node bench/run.js import <arguments> */
const path = require("node:path");
require("../tools/typescript");

require(path.resolve(__dirname, `${process.argv[2]}.ts`));
