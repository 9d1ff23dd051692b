/**
 * Two projects: `node` is everything that runs without a browser (statistics, importers, the Excel host, the command line);
 * `browser` drives the built pages in a real Chromium and therefore needs `npm run build` first (`npm test` does it).
 */
const shared = {
  transform: { "\\.(ts|tsx)$": "@swc/jest", "node_modules/.*\\.m?js$": "@swc/jest" },
  transformIgnorePatterns: ["/node_modules/(?!(udsv|marked|syllable|flesch-kincaid|@noble|@zip\\.js|@cj-tech-master|@odoo)/)"],
  testEnvironment: "node",
  // Mutation testing works on a copy of everything in out/.
  modulePathIgnorePatterns: ["<rootDir>/out/"],
};

module.exports = {
  maxWorkers: 2,
  // A slow machine is no failure; a test that hangs is.
  testTimeout: 120_000,
  projects: [
    {
      ...shared,
      displayName: "node",
      testMatch: ["<rootDir>/tests/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/tests/browser/"],
    },
    { ...shared, displayName: "browser", testMatch: ["<rootDir>/tests/browser/**/*.test.ts"] },
  ],
};
