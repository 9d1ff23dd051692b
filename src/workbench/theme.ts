/** Light or dark: the person's own choice if they made one here, otherwise the system's. */
import type { Theme } from "./grid";

const KEY = "workbench.theme";

export interface Themes {
  readonly first: Theme;
  /** Runs `change` for every later choice. */
  readonly follow: (change: (theme: Theme) => void) => void;
}

export function prepareTheme(body: HTMLElement, button: HTMLButtonElement): Themes {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const now = (): Theme => (localStorage.getItem(KEY) as Theme | null) ?? (system.matches ? "dark" : "light");
  const listeners: ((theme: Theme) => void)[] = [];
  const apply = (): void => {
    const theme = now();
    body.dataset.theme = theme;
    button.textContent = theme === "dark" ? "Light" : "Dark";
    button.title = theme === "dark" ? "Light colours" : "Dark colours";
    for (const each of listeners) each(theme);
  };
  button.addEventListener("click", () => {
    localStorage.setItem(KEY, now() === "dark" ? "light" : "dark");
    apply();
  });
  system.addEventListener("change", apply);
  apply();
  return { first: now(), follow: (change) => listeners.push(change) };
}
