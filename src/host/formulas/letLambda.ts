/** A name that LET or LAMBDA has given: the text that stands for it, or a function still to be called. */
type Meaning = string | Lambda;

interface Lambda {
  readonly parameters: readonly string[];
  readonly body: string;
  readonly scope: Scope;
}

type Scope = ReadonlyMap<string, Meaning>;

const NOTHING: Scope = new Map();

/**
 * A formula with its LETs and the LAMBDAs that are called in place worked into it, for an engine that has neither:
 * `=LET(x,A1*2,x+1)` means `=((A1*2)+1)`. A function that a LAMBDA is handed to is called once for each value, and how many there will be
 * no formula tells beforehand: it becomes a cell that says so.
 *
 * @example expandLet("=LAMBDA(a,b,a/b)(6000,3)") // "=((6000)/(3))"
 */
export const expandLet = (formula: string): string => (/\b(LET|LAMBDA)\s*\(/i.test(formula) ? expand(formula, NOTHING) : formula);

/** Functions that take a LAMBDA. */
const TAKES_LAMBDA = /^(MAP|BYROW|BYCOL|REDUCE|SCAN|MAKEARRAY)$/i;

/** Name of the function that stands in the place of such a call. */
export const NOT_COMPUTED = "HOST.NOT.COMPUTED";

const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[(?:[^[\]]|\[[^\]]*\])*\]|[A-Za-z_\\\u00c0-\uffff][\w.\\?\u00c0-\uffff]*|[\s\S]/g;
const WORD = /^[A-Za-z_\\\u00c0-\uffff]/;

function expand(text: string, scope: Scope): string {
  let out = "";
  for (let at = 0; at < text.length;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)![0];
    const after = at + token.length;
    const call = WORD.test(token) && /[\w.$!]$/.test(out) === false ? callAt(text, after) : undefined;
    const meaning = WORD.test(token) && text.charAt(after) !== "!" ? scope.get(token.toLowerCase()) : undefined;
    if (call && TAKES_LAMBDA.test(token)) {
      out += `${NOT_COMPUTED}("${token.toUpperCase()}")`;
      at = call.end;
    } else if (call && /^LET$/i.test(token)) {
      out += letMeaning(call.args, scope);
      at = call.end;
    } else if (call && (/^LAMBDA$/i.test(token) || typeof meaning === "object")) {
      const lambda = typeof meaning === "object" ? meaning : lambdaOf(call.args, scope);
      const applied = typeof meaning === "object" ? call : callAt(text, call.end);
      out += applied ? apply(lambda, applied.args, scope) : text.slice(at, call.end);
      at = applied ? applied.end : call.end;
    } else {
      out += typeof meaning === "string" ? meaning : token;
      at = after;
    }
  }
  return out;
}

function letMeaning(args: readonly string[], scope: Scope): string {
  const inner = new Map(scope);
  for (let i = 0; i + 1 < args.length; i += 2) {
    const value = args[i + 1]!.trim();
    const lambda = /^LAMBDA\s*\(/i.test(value) ? callAt(value, "LAMBDA".length) : undefined;
    const isLambda = lambda !== undefined && lambda.end === value.length;
    inner.set(args[i]!.trim().toLowerCase(), isLambda ? lambdaOf(lambda.args, new Map(inner)) : `(${expand(value, inner)})`);
  }
  return `(${expand(args.at(-1)!.trim(), inner)})`;
}

const lambdaOf = (args: readonly string[], scope: Scope): Lambda => ({
  parameters: args.slice(0, -1).map((name) =>
    name
      .trim()
      .replace(/^\[|\]$/g, "")
      .toLowerCase(),
  ),
  body: args.at(-1) ?? "",
  scope,
});

function apply({ parameters, body, scope }: Lambda, args: readonly string[], outer: Scope): string {
  const given = parameters.map((name, i) => [name, args[i] === undefined ? '""' : `(${expand(args[i].trim(), outer)})`] as const);
  return `(${expand(body.trim(), new Map([...scope, ...given]))})`;
}

/** The arguments of a call whose bracket opens at a place, and where it ends. */
function callAt(text: string, from: number): { readonly args: readonly string[]; readonly end: number } | undefined {
  const open = /^\s*\(/.exec(text.slice(from));
  if (!open) return undefined;
  const args: string[] = [];
  let depth = 1;
  let start = from + open[0].length;
  for (let at = start; at < text.length;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)![0];
    if (/^[({]$/.test(token)) depth++;
    if (/^[)}]$/.test(token)) depth--;
    if (depth === 0 || (depth === 1 && token === ",")) {
      args.push(text.slice(start, at));
      start = at + 1;
    }
    at += token.length;
    if (depth === 0) return { args, end: at };
  }
  return undefined;
}
