/** Short notes at the foot of the grid, read out by a screen reader, gone after a while. */

const SHOWN_FOR = 8000;

export function prepareNotes(place: HTMLElement): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  place.hidden = true;
  return (text) => {
    clearTimeout(timer);
    place.textContent = text;
    place.hidden = false;
    timer = setTimeout(() => (place.hidden = true), SHOWN_FOR);
  };
}
