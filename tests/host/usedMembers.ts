import * as ts from "typescript";

/** Members that the client answers by itself, and the ways to listen to events, which the host raises for everybody. */
const CLIENT_ONLY = /^(load|set|toJSON|track|untrack|context|isNullObject|items|sync|value|run|add|remove|on[A-Z]\w*)$/;

export interface Use {
  /** Such as `Range.values`. */
  readonly member: string;
  readonly where: string;
}

/** Every member of Office.js's Excel types that the add-in's source mentions, as the TypeScript compiler sees it. */
export function usedMembers(files: readonly string[]): readonly Use[] {
  const program = ts.createProgram([...files], { ...options, noEmit: true, types: ["office-js", "custom-functions-runtime"] });
  const checker = program.getTypeChecker();
  const uses: Use[] = [];
  for (const file of program.getSourceFiles().filter((source) => files.some((each) => source.fileName.endsWith(each)))) {
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) note(file, node);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return uses;

  function note(file: ts.SourceFile, node: ts.PropertyAccessExpression): void {
    const declaration = checker.getSymbolAtLocation(node.name)?.declarations?.[0];
    const owner = declaration?.parent;
    if (!owner || !ts.isClassDeclaration(owner) || !owner.name || !/office-js/.test(owner.getSourceFile().fileName)) return;
    if (!ts.isModuleBlock(owner.parent) || owner.parent.parent.name.text !== "Excel") return;
    const collection = /Collection$/.test(owner.name.text);
    if (CLIENT_ONLY.test(node.name.text) && !(collection && node.name.text === "add")) return;
    if (owner.name.text === "RequestContext") return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    uses.push({ member: `${owner.name.text}.${node.name.text}`, where: `${file.fileName.replace(/^.*\/src\//, "src/")}:${line + 1}` });
  }
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  skipLibCheck: true,
};
