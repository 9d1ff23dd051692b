/** The tests that mutants are tried against: everything about statistics and functions but the 10,000-case properties and the bundle. */
const [node] = require("./jest.config").projects;

module.exports = {
  ...node,
  rootDir: __dirname,
  testMatch: ["<rootDir>/tests/{statistics,functions,spec}/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "properties.test.ts", "bundle.test.ts", "metadata.test.ts", "reference.test.ts"],
};
