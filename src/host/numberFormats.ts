/**
 * Number formats: a format that the engine cannot parse turns the cell's value into an error and spoils what depends on it. So the engine
 * gets one that it can draw, and the one asked for is kept beside it; Office.js and files only see the latter.
 */
export interface Drawing {
  /** Whether the engine can draw a number in this format. */
  draws(format: string): boolean;
}

const COLOURS = /\[(?:black|blue|cyan|green|magenta|red|white|yellow|colou?r ?\d+)\]/gi;

/**
 * The nearest format that the engine can draw; "" for General and for text, which are the cell's own affair.
 *
 * @example drawnFormat("#,##0_);[Red](#,##0)", engine) // "#,##0;(#,##0)"
 */
export function drawnFormat(format: string, engine: Drawing): string {
  if (format === "" || /^general$/i.test(format) || format === "@") return "";
  if (isPlain(format) && engine.draws(format)) return format;
  const stripped = strip(format);
  if (engine.draws(stripped)) return stripped;
  const first = stripped.split(";")[0] ?? "";
  if (engine.draws(first)) return first;
  if (format.includes("%")) return "0.00%";
  return /[ymdhs]/i.test(format) ? "dd/mm/yyyy" : "";
}

/** Formats that the engine reads but draws wrongly: locale tags, conditions, spaces by width, the word General. */
const isPlain = (format: string): boolean => !/\[|_.|\*|general|\?/i.test(format.replace(/"[^"]*"|\\./g, ""));

function strip(format: string): string {
  return format
    .replace(COLOURS, "")
    .replace(/\[[<>=]+[^\]]*\]/g, "")
    .replace(/\[\$([^\-\]]*)(?:-[^\]]*)?\]/g, (_, currency: string) => (currency === "" ? "" : `"${currency}"`))
    .replace(/"[^"]*"|\\.|_.|\*.|general|[^\x20-\x7e]+/gi, (part) => {
      if (part.startsWith('"') || part.startsWith("\\")) return part;
      if (part.startsWith("_") || part.startsWith("*")) return "";
      return /^general$/i.test(part) ? "0.##########" : `"${part}"`;
    })
    .replace(/\?/g, "#");
}
