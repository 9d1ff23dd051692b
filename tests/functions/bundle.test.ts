import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runInNewContext } from "node:vm";
import { webpack } from "webpack";

/** The functions bundle on its own, as webpack makes it for the web. */
async function bundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "functions-"));
  const compiler = webpack({
    mode: "production",
    target: ["web", "es2022"],
    entry: resolve(__dirname, "../../src/functions/functions.ts"),
    output: { path: folder, filename: "functions.js" },
    resolve: { extensions: [".ts", ".js"] },
    module: { rules: [{ test: /\.ts$/, loader: "swc-loader" }] },
    devtool: false,
  });
  await new Promise<void>((done, fail) =>
    compiler.run((error, stats) => (error || stats?.hasErrors() ? fail(error ?? new Error(stats!.toString("errors-only"))) : done())),
  );
  return readFileSync(join(folder, "functions.js"), "utf8");
}

describe("the functions bundle", () => {
  let script = "";
  beforeAll(async () => {
    script = await bundle();
  }, 60_000);

  test("loads where nothing but CustomFunctions exists, and its functions work there", () => {
    const associated: Record<string, (...args: unknown[]) => unknown> = {};
    class CellError {
      constructor(
        readonly code: string,
        readonly message?: string,
      ) {}
    }
    const ErrorCode = { invalidValue: "#VALUE!", notAvailable: "#N/A", divisionByZero: "#DIV/0!", invalidNumber: "#NUM!" };
    const associate = (id: string, f: () => unknown) => (associated[id] = f);
    runInNewContext(script, { CustomFunctions: { associate, Error: CellError, ErrorCode } });

    expect(Object.keys(associated)).toEqual(expect.arrayContaining(["PATIENTS_PER_GP", "LTC_SCORE", "VARIATION_Z"]));
    expect(associated["PATIENTS_PER_GP"]!([[6000], [6000], [""]], [[3], [0], [2]])).toEqual([
      [2000],
      [{ code: "#DIV/0!" }],
      [{ code: "#N/A", message: expect.stringContaining("patients") }],
    ]);
  });

  test("asks for nothing a functions-only runtime lacks", () => {
    expect(script).not.toMatch(/\bnew Function\b|\beval\(|\brequire\(|\bprocess\.|\bdocument\.|\bwindow\.|\bOffice\.|\bfetch\(/);
  });
});
