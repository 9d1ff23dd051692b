/**
 * The word before the dot of every function in this installation. A test installation stands beside the production one in the same Excel
 * under a name of its own, which its page states; without a page it is the name that users' files depend on.
 */
export const NAMESPACE: string =
  (typeof document === "undefined" ? null : document.querySelector('meta[name="functions-namespace"]')?.getAttribute("content")) ??
  "SCORECARD";
