import { useFocusFinders } from "@fluentui/react-components";
import { useEffect } from "react";

/**
 * On the web Office.js moves the keyboard itself at Tab, by a list of its own. That list has neither the heading that a new screen puts the
 * focus on, from which Tab then left the pane, nor what unfolds; and each radio button of a group is a stop on it. The browser knows better,
 * and gets the key wherever there is a next stop. The way out of the pane stays with Office.js, which tells Excel.
 */
export function TabKey(): null {
  const { findNextFocusable, findPrevFocusable } = useFocusFinders();
  useEffect(() => {
    const leaveToBrowser = (event: KeyboardEvent) => {
      if (event.key !== "Tab" || !(event.target instanceof HTMLElement)) return;
      const find = event.shiftKey ? findPrevFocusable : findNextFocusable;
      if (find(event.target, { container: document.body }) !== null) event.stopPropagation();
    };
    // Office.js listens at the window, which hears of a key after the document.
    document.addEventListener("keydown", leaveToBrowser);
    return () => document.removeEventListener("keydown", leaveToBrowser);
  }, [findNextFocusable, findPrevFocusable]);
  return null;
}
