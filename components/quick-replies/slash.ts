/** A slash word that is being typed: `/than` with the caret at its end. */
export type Slash = { start: number; query: string };

const SLASH = /(?:^|\s)\/([^\s/]{0,40})$/u;

/** Null where the caret ends no word that begins with a slash; `https://` and `3/4` are none. */
export function slashAt(text: string, caret: number): Slash | null {
  const found = SLASH.exec(text.slice(0, caret));
  const query = found?.[1];
  return query === undefined ? null : { start: caret - query.length - 1, query };
}
