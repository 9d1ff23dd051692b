/** What the pane says, in the person's language. There is one so far; another is a folder of the same shape beside `en`. */
export { counted } from "./counted";
export { english as words } from "./en";
