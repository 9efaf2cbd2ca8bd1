/** Keys that were pressed after the page was shown and before it listened. */
type Early = { pressed: KeyboardEvent[]; hear: (event: KeyboardEvent) => void };

declare global {
  interface Window {
    earlyKeys?: Early;
  }
}

/** Runs within the page as the server sends it, before any script of its own has come. */
export const hearEarlyKeys = `(() => {
  const pressed = [];
  const hear = (event) => pressed.push(event);
  window.earlyKeys = { pressed, hear };
  document.addEventListener("keydown", hear);
})()`;

/** Once: from then on the page listens for itself. */
export function takeEarlyKeys(): KeyboardEvent[] {
  const { earlyKeys } = window;
  if (!earlyKeys) return [];
  document.removeEventListener("keydown", earlyKeys.hear);
  delete window.earlyKeys;
  return earlyKeys.pressed;
}
