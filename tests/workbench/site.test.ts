import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSite, projectFolder } from "../../src/workbench/site";

/** A project of our own making, so that these tests need no build: the real page's script tag, a binary file, a secret outside dist. */
const OFFICE = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const PANE = `<!doctype html><meta http-equiv="Content-Security-Policy" content="script-src 'self' https://appsforoffice.microsoft.com"><script src="${OFFICE}"></script><script defer src="taskpane.js"></script>`;
const BYTES = Buffer.from([0, 255, 10, 13, 128, 239, 187, 191]);

let project: string;
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "site-"));
  for (const folder of ["dist/assets", "src/workbench/page", "build/workbench"]) mkdirSync(join(project, folder), { recursive: true });
  writeFileSync(join(project, "package.json"), "{}");
  writeFileSync(join(project, "dist/taskpane.html"), PANE);
  writeFileSync(join(project, "dist/taskpane.js"), BYTES);
  writeFileSync(join(project, "dist/assets/mark.png"), BYTES);
  writeFileSync(join(project, "src/workbench/page/index.html"), "<title>Workbench</title>");
  writeFileSync(join(project, "build/workbench/workbench.js"), "start()");
  symlinkSync(join(project, "package.json"), join(project, "dist/assets/leak.json"));
  symlinkSync(join(__dirname, "../../node_modules"), join(project, "node_modules"));
});
afterAll(() => rmSync(project, { recursive: true }));

const workbench = () => openSite(project, "workbench");

test("the pane's page differs from the built one in the address of office.js and in nothing else", () => {
  const served = workbench()("/taskpane.html");
  expect(served.status).toBe(200);
  expect(String(served.body)).toBe(PANE.replace(OFFICE, "/office/office.js"));
});

test("for Excel the pane's page is the built one, unchanged, and the policy is left to the page itself", () => {
  const served = openSite(project, "excel")("/taskpane.html");
  expect(String(served.body)).toBe(PANE);
  expect(served.headers).not.toHaveProperty("content-security-policy");
});

test("every other file of the add-in is served byte for byte", () => {
  expect(workbench()("/taskpane.js").body).toEqual(BYTES);
  expect(workbench()("/taskpane.js?version=3#top").body).toEqual(BYTES);
});

test.each([
  ["o-spreadsheet/dist/o_spreadsheet.min.iife.js", "@odoo/o-spreadsheet/dist/o_spreadsheet.min.iife.js"],
  ["o-spreadsheet/dist/o_spreadsheet.xml", "@odoo/o-spreadsheet/dist/o_spreadsheet.xml"],
  ["owl/dist/owl.iife.min.js", "@odoo/owl/dist/owl.iife.min.js"],
  ["chart.js/dist/chart.umd.min.js", "chart.js/dist/chart.umd.min.js"],
  ["font-awesome/fonts/fontawesome-webfont.woff2", "font-awesome/fonts/fontawesome-webfont.woff2"],
])("the library file %s is its maker's, unmodified", (address, file) => {
  expect(workbench()(`/workbench/vendor/${address}`).body).toEqual(readFileSync(join(__dirname, "../../node_modules", file)));
});

test("office.js is Microsoft's own, unmodified", () => {
  expect(workbench()("/office/office.js").body).toEqual(
    readFileSync(join(__dirname, "../../node_modules/@microsoft/office-js/dist/office.js")),
  );
});

test("only the workbench's own page may compile code as it runs", () => {
  const policyOf = (address: string) => workbench()(address).headers["content-security-policy"];
  expect(policyOf("/workbench/")).toContain("script-src 'self' 'unsafe-eval'");
  expect(policyOf("/taskpane.html")).toContain("default-src 'self'");
  expect(policyOf("/taskpane.html")).not.toContain("unsafe-eval");
  expect(policyOf("/taskpane.html")).toContain("frame-ancestors 'self'");
});

test("the question whether this host may be trusted is answered by a page that can do nothing else", () => {
  const served = workbench()("/office/AgaveErrorUX/index.html?lcid=2057");
  expect(String(served.body)).toContain("hostUserTrusted");
  expect(served.headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'sha256-/);
});

test.each([
  ["/../package.json", "upwards"],
  ["/..%2fpackage.json", "upwards, encoded"],
  ["/%2e%2e/package.json", "upwards, encoded dots"],
  ["/..\\package.json", "upwards, the other slash"],
  ["/assets/leak.json", "through a link"],
  ["/workbench/vendor/jest/package.json", "a package that the page does not use"],
  ["/workbench/vendor/owl/../../package.json", "upwards out of a package"],
  ["/assets", "a folder"],
  ["/%", "an address that cannot be decoded"],
  ["/nothing.js", "a file that is not there"],
])("%s is not served: %s", (address) => {
  expect(workbench()(address).status).toBe(404);
});

test("for Excel neither the grid nor a second copy of office.js is served", () => {
  const excel = openSite(project, "excel");
  expect(excel("/workbench/").status).toBe(404);
  expect(excel("/office/office.js").status).toBe(404);
});

test("Excel on the web may fetch the list of functions from its own origin, and Office may keep the icons", () => {
  const excel = openSite(project, "excel");
  expect(excel("/taskpane.js").headers["access-control-allow-origin"]).toBe("*");
  expect(excel("/assets/mark.png").headers["cache-control"]).not.toMatch(/no-(cache|store)/);
  expect(workbench()("/taskpane.js").headers).not.toHaveProperty("access-control-allow-origin");
});

test("the bare address leads to the workbench", () => {
  expect(workbench()("/")).toMatchObject({ status: 302, headers: { location: "/workbench/" } });
});

test("scripts, styles, data and fonts carry their own content types", () => {
  const typeOf = (address: string) => workbench()(address).headers["content-type"];
  expect(typeOf("/workbench/workbench.js")).toBe("text/javascript; charset=utf-8");
  expect(typeOf("/workbench/vendor/o-spreadsheet/dist/o_spreadsheet.xml")).toBe("text/xml; charset=utf-8");
  expect(typeOf("/workbench/vendor/font-awesome/fonts/fontawesome-webfont.woff2")).toBe("font/woff2");
  expect(typeOf("/workbench/vendor/bootstrap/dist/css/bootstrap.min.css")).toBe("text/css; charset=utf-8");
});

test("the project is found from the folder of the built program", () => {
  expect(projectFolder(join(project, "build", "workbench"))).toBe(project);
  expect(() => projectFolder(tmpdir())).toThrow("no project folder");
});
