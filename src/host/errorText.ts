/** Whether a text is one of the codes that a cell with an error shows. */
export const isErrorCode = (text: string): boolean =>
  /^#(N\/A|VALUE!|REF!?|DIV\/0!|NUM!|NAME\?|NULL!|ERROR|CYCLE|BAD_EXPR|SPILL!|BUSY!|CALC!|GETTING_DATA)$/.test(text);

/** Cannot be seen; stands before text that looks like an error. */
const MARK = "\u2060";

/** The engine knows an error by its text alone, so text that happens to read `#N/A` carries a mark in there, and loses it on its way out. */
export const markText = (text: string): string => (isErrorCode(text) ? MARK + text : text);

export const unmarkText = (text: string): string => (text.includes(MARK) ? text.replaceAll(MARK, "") : text);
