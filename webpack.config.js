/**
 * Four things are built, each only when its entry exists:
 *
 * - the add-in for the web   -> dist/                       taskpane.html, taskpane.js, functions.js, functions.json, icons, manifest.xml
 * - the command line         -> build/cli/gp-scorecard.js
 * - the workbench page       -> build/workbench/workbench.js
 * - the workbench's server   -> build/workbench/server.js
 */
const fs = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { BannerPlugin, DefinePlugin } = require("webpack");
const { FunctionsMetadataPlugin } = require("./webpack/functionsMetadata");
const { LicencesPlugin } = require("./webpack/licences");
const { HelpPagesPlugin } = require("./webpack/helpPages");

const at = (...parts) => path.resolve(__dirname, ...parts);
const exists = (file) => fs.existsSync(at(file));
const { version } = require("./package.json");

const shared = (mode) => ({
  mode,
  devtool: mode === "development" ? "source-map" : false,
  resolve: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
  module: {
    rules: [
      { test: /\.tsx?$/, resourceQuery: { not: [/list/] }, loader: "swc-loader" },
      { resourceQuery: /^\?list$/, loader: at("webpack/functionsList.js") },
      { test: /\.m?js$/, include: /node_modules/, loader: at("webpack/withoutOwnAddress.js") },
    ],
  },
  plugins: [new DefinePlugin({ __VERSION__: JSON.stringify(version) })],
  stats: "errors-warnings",
  performance: { hints: false },
  cache: { type: "filesystem", buildDependencies: { config: [__filename] } },
});

/** One page, one runtime: office.js, then the functions, then the pane with the ribbon commands. functions.js stands alone; only scripts that are fetched later share. */
function addIn(mode) {
  const base = shared(mode);
  return {
    ...base,
    name: "add-in",
    target: ["web", "es2022"],
    entry: { functions: "./src/functions/functions.ts", taskpane: "./src/taskpane/index.tsx" },
    output: { path: at("dist"), filename: "[name].js", chunkFilename: "[name].js", publicPath: "", clean: true },
    optimization: {
      splitChunks: { chunks: "async", minSize: 30_000, cacheGroups: { zip: { test: /@zip\.js/, name: "zip", priority: 10 } } },
      runtimeChunk: false,
    },
    plugins: [
      ...base.plugins,
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "src/taskpane/taskpane.html",
        chunks: ["functions", "taskpane"],
        chunksSortMode: "manual",
        scriptLoading: "defer",
        minify: false,
      }),
      new CopyPlugin({
        patterns: [
          "manifest.xml",
          { from: "assets/icons/*.png", to: "assets/icons/[name][ext]" },
          // "No figures are ready here", so that a pane that looks for them finds an answer; `gp-scorecard pack` puts others in its place.
          { from: "assets/noPack.json", to: "pack/index.json" },
        ],
      }),
      new FunctionsMetadataPlugin({ folder: at("src/functions"), expected: ["PATIENTS_PER_GP", "LTC_SCORE", "VARIATION_Z"] }),
      new LicencesPlugin(),
      new HelpPagesPlugin({ project: __dirname, version }),
    ],
  };
}

/** Programs for Node: readable, one file each, nothing shipped to a browser. */
function nodeProgram(mode, name, entry, file, { handedOn = false, externals = {} } = {}) {
  const base = shared(mode);
  return {
    ...base,
    name,
    target: "node20",
    entry,
    externals,
    module: { ...base.module, parser: { javascript: { createRequire: false } } },
    output: { path: path.dirname(at(file)), filename: path.basename(file) },
    optimization: { minimize: false },
    plugins: [
      ...base.plugins,
      ...(handedOn ? [new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true }), executable(at(file)), new LicencesPlugin()] : []),
    ],
  };
}

const executable = (file) => ({
  apply: (compiler) => compiler.hooks.afterEmit.tap("Executable", () => fs.existsSync(file) && fs.chmodSync(file, 0o755)),
});

/** The grid, its framework and its charts are served unmodified beside the page and found as globals: they are never bundled. */
function workbenchPage(mode) {
  return {
    ...shared(mode),
    name: "workbench page",
    target: ["web", "es2022"],
    entry: { workbench: "./src/workbench/start.ts" },
    externals: { "@odoo/o-spreadsheet": "o_spreadsheet", "@odoo/owl": "owl", "chart.js": "Chart" },
    output: { path: at("build/workbench"), filename: "[name].js", publicPath: "" },
    optimization: { splitChunks: false },
  };
}

module.exports = (_env, argv) => {
  const mode = argv.mode ?? "production";
  const configs = [
    exists("src/taskpane/index.tsx") && addIn(mode),
    exists("src/cli/gp-scorecard.ts") &&
      nodeProgram(mode, "command line", "./src/cli/gp-scorecard.ts", "build/cli/gp-scorecard.js", { handedOn: true }),
    exists("src/workbench/start.ts") && workbenchPage(mode),
    exists("src/workbench/server.ts") &&
      nodeProgram(mode, "workbench server", "./src/workbench/server.ts", "build/workbench/server.js", {
        externals: { "office-addin-dev-certs": "commonjs office-addin-dev-certs" },
      }),
  ].filter(Boolean);
  return configs.map((config) => ({ ...config, cache: { ...config.cache, name: `${config.name.replace(" ", "-")}-${mode}` } }));
};
