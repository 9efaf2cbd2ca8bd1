/** An emoji's name that is being typed: `:than` with the caret at its end. */
type Colon = { start: number; query: string };

const COLON = /(?:^|\s):([\p{L}\p{M}][\p{L}\p{M}\p{N}_-]{1,30})$/u;

/** Null where the caret ends no such name; `10:30`, `https://` and `:)` are none. */
export function colonAt(text: string, caret: number): Colon | null {
  const query = COLON.exec(text.slice(0, caret))?.[1];
  return query === undefined ? null : { start: caret - query.length - 1, query };
}
