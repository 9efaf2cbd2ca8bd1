const MOST_CHARACTERS = 1_400;
const MOST_LINES = 24;
/** Hiding less than this is not worth a button. */
const WORTH_HIDING = 300;

/** The beginning of a long text, cut between words; a text of usual length comes back as it is. */
export function shorten(text: string): string {
  const lines = text.split("\n");
  const few = lines.length > MOST_LINES + 6 ? lines.slice(0, MOST_LINES).join("\n") : text;
  const cut = few.length > MOST_CHARACTERS + WORTH_HIDING ? cutAtSpace(few.slice(0, MOST_CHARACTERS)) : few;
  return cut === text ? text : `${cut.trimEnd()}…`;
}

function cutAtSpace(text: string): string {
  const space = text.search(/\s\S*$/);
  const cut = space > text.length / 2 ? text.slice(0, space) : text;
  // Half of a surrogate pair is no character.
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
