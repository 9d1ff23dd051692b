/** The task pane's place on the page: opened and closed, made wider and narrower by mouse or keyboard. */

/** Excel's own pane cannot be narrower than this. */
const NARROWEST = 320;
const STEP = 20;
const USUAL = 380;

export interface PaneBox {
  /** The add-in's window, or null before it is loaded. */
  readonly window: () => Window | null;
  /** Loads the add-in. `name` tells office.js which host it is in, and counts only if it is there from the first. */
  readonly load: (name: string, address: string) => Promise<void>;
  readonly isOpen: () => boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** Whether the keyboard is in the add-in. */
  readonly holds: () => boolean;
  /** Gives it the keyboard; false while it is closed. */
  readonly enter: () => boolean;
}

export interface PaneParts {
  readonly box: HTMLElement;
  readonly splitter: HTMLElement;
  readonly toggle: HTMLButtonElement;
  readonly title: string;
  /** Told whenever the pane is shown or hidden. The add-in keeps running while it is hidden, as in Excel's shared runtime. */
  readonly onVisible: (visible: boolean) => void;
}

export function preparePane({ box, splitter, toggle, title, onVisible }: PaneParts): PaneBox {
  const frame = document.createElement("iframe");
  frame.id = "pane";
  frame.title = title;

  const widest = (): number => Math.max(NARROWEST, Math.round(window.innerWidth * 0.7));
  const setWidth = (wanted: number): void => {
    const width = Math.min(Math.max(Math.round(wanted), NARROWEST), widest());
    box.style.width = `${width}px`;
    splitter.setAttribute("aria-valuenow", String(width));
    splitter.setAttribute("aria-valuemin", String(NARROWEST));
    splitter.setAttribute("aria-valuemax", String(widest()));
  };
  const width = (): number => Number(splitter.getAttribute("aria-valuenow"));
  setWidth(USUAL);

  splitter.addEventListener("pointerdown", (down) => {
    splitter.setPointerCapture(down.pointerId);
    const right = box.getBoundingClientRect().right;
    // Without this the frame swallows the pointer as soon as it is over the pane.
    frame.style.pointerEvents = "none";
    const move = (event: PointerEvent): void => setWidth(right - event.clientX);
    splitter.addEventListener("pointermove", move);
    splitter.addEventListener(
      "pointerup",
      () => {
        splitter.removeEventListener("pointermove", move);
        frame.style.pointerEvents = "";
      },
      { once: true },
    );
  });
  splitter.addEventListener("keydown", (event) => {
    const wider: Readonly<Record<string, number>> = {
      ArrowLeft: width() + STEP,
      ArrowRight: width() - STEP,
      Home: NARROWEST,
      End: widest(),
    };
    const wanted = wider[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    setWidth(wanted);
  });
  window.addEventListener("resize", () => setWidth(width()));

  const show = (visible: boolean): void => {
    if (visible === !box.hidden) return;
    box.hidden = !visible;
    splitter.hidden = !visible;
    toggle.setAttribute("aria-expanded", String(visible));
    toggle.textContent = visible ? "Close pane" : "Open pane";
    onVisible(visible);
  };
  toggle.addEventListener("click", () => show(box.hidden));
  const load = (name: string, address: string): Promise<void> =>
    new Promise((resolve) => {
      frame.addEventListener("load", () => resolve(), { once: true });
      frame.name = name;
      frame.src = address;
      box.append(frame);
    });
  return {
    window: () => frame.contentWindow,
    load,
    isOpen: () => !box.hidden,
    open: () => show(true),
    close: () => show(false),
    holds: () => document.activeElement === frame,
    enter: () => {
      if (!box.hidden) frame.contentWindow?.focus();
      return document.activeElement === frame;
    },
  };
}
