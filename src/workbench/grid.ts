/** Puts the spreadsheet grid on the page and keeps it in step with the theme. */
import { Spreadsheet, stores, type Model } from "@odoo/o-spreadsheet";
import { App, Component, reactive, useState as watched, xml } from "@odoo/owl";

export type Theme = "light" | "dark";

export interface Grid {
  setTheme(theme: Theme): void;
  /** Gives the grid the keyboard, so that a person can type a formula at once. */
  focus(): void;
  holdsFocus(): boolean;
}

/**
 * Mounts the grid on a workbook.
 *
 * @param templates the grid's own template file, as text
 * @param notify shows a person what the grid has to say, such as "This cell is protected"
 */
export async function mountGrid(
  place: HTMLElement,
  model: Model,
  templates: string,
  theme: Theme,
  notify: (text: string) => void,
): Promise<Grid> {
  const shown = reactive({ theme });

  class Root extends Component {
    static override template = xml`<Spreadsheet model="model" colorScheme="shown.theme" notifyUser="notifyUser" raiseError="raiseError" askConfirmation="askConfirmation"/>`;
    static components = { Spreadsheet };
    static override props = {};
    model = model;
    shown = watched(shown);
    notifyUser = ({ text }: { text: string }): void => notify(text);
    raiseError = (text: string, after?: () => void): void => {
      notify(text);
      after?.();
    };
    askConfirmation = (text: string, confirm: () => void, cancel?: () => void): void => {
      if (window.confirm(text)) confirm();
      else cancel?.();
    };
    override setup(): void {
      stores.useStoreProvider();
    }
  }

  const app = new App(Root, { warnIfNoStaticProps: false });
  app.addTemplates(templates);
  // The grid draws on a canvas, which takes another font where this one is not there yet, and never looks again.
  await Promise.all(["", "bold", "italic", "italic bold"].map((style) => document.fonts.load(`${style} 13px Roboto`.trim())));
  await app.mount(place);
  // A browser lets Tab stop at what scrolls; the grid then takes every further Tab for a step from cell to cell, and nobody gets out again.
  for (const bar of place.querySelectorAll<HTMLElement>(".o-scrollbar")) bar.tabIndex = -1;
  return {
    setTheme: (next) => {
      shown.theme = next;
    },
    // The grid hears keys through the editor that it keeps over the selected cell.
    focus: () => place.querySelector<HTMLElement>(".o-grid .o-composer")?.focus(),
    holdsFocus: () => place.contains(document.activeElement),
  };
}
