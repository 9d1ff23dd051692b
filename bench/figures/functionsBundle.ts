/** The functions bundle as shipped, against a bare one of three functions: from the start of the script to associated, in a fresh context. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import { alone, fromPairs, type Measured } from "../pairs";

const BARE = `
function add(first, second) { return first + second; }
function clock() { return new Date().toLocaleTimeString(); }
function rows(values) { return values.map((row) => row.map((cell) => cell * 2)); }
CustomFunctions.associate("ADD", add);
CustomFunctions.associate("CLOCK", clock);
CustomFunctions.associate("ROWS", rows);
`;

export const measure: Measured = ({ quick }) => {
  const shipped = readFileSync(join(__dirname, "../../dist/functions.js"), "utf8");
  const start = (source: string): number => {
    const associated: string[] = [];
    const ErrorCode = { invalidValue: "#VALUE!", notAvailable: "#N/A", divisionByZero: "#DIV/0!", invalidNumber: "#NUM!" };
    const associate = (id: string) => associated.push(id);
    const context = createContext({ CustomFunctions: { associate, Error, ErrorCode } });
    const began = performance.now();
    new Script(source).runInContext(context);
    const took = performance.now() - began;
    if (associated.length < 3) throw new Error("The bundle associates nothing.");
    return took;
  };
  // V8 remembers what it has compiled; a comment of its own makes each a script never seen before.
  const pairs = Array.from({ length: quick ? 21 : 101 }, (_, i) => [start(`${shipped}//${i}`), start(`${BARE}//${i}`)] as const);
  return Promise.resolve([
    fromPairs(
      {
        figure: "functions bundle, from script start to associated: 27 functions",
        peer: "a bare bundle of three functions",
        target: 1.2,
        note: "both are under a millisecond; what is left is reading 27 functions instead of three",
      },
      "ms",
      pairs,
    ),
    alone({ figure: "functions bundle: bytes", peer: "-", target: null }, "bytes", shipped.length),
  ]);
};
