/** WhatsApp's markup put around or before what is selected, or taken away again. */

export type Format = "bold" | "italic" | "strike" | "code" | "mono" | "bullets" | "numbers" | "quote";

/** A text and what of it is selected, in JavaScript's places. */
export type Selected = { text: string; start: number; end: number };

const around: Partial<Record<Format, string>> = { bold: "*", italic: "_", strike: "~", code: "`" };
const FENCE = "```";

export function applyFormat(selected: Selected, format: Format): Selected {
  const marker = around[format];
  if (marker) return toggleAround(selected, marker);
  if (format === "mono") return toggleFence(selected);
  return toggleLines(selected, format);
}

/** Each line by itself, since WhatsApp's emphasis ends with the line. */
function toggleAround({ text, start, end }: Selected, marker: string): Selected {
  const place = start === end ? wordAt(text, start) : { start, end };
  const chosen = text.slice(place.start, place.end);
  if (chosen.trim() === "") {
    return { text: splice(text, start, end, marker + marker), start: start + 1, end: start + 1 };
  }
  const isInside = text[place.start - 1] === marker && text[place.end] === marker;
  if (isInside) {
    const bare = text.slice(0, place.start - 1) + chosen + text.slice(place.end + 1);
    return start === end
      ? { text: bare, start: start - 1, end: start - 1 }
      : { text: bare, start: place.start - 1, end: place.end - 1 };
  }
  const lines = chosen.split("\n");
  const isMarked = lines.every((line) => line.trim() === "" || isWrapped(line.trim(), marker));
  const changed = lines.map((line) => (isMarked ? unwrap(line, marker) : wrap(line, marker))).join("\n");
  const next = splice(text, place.start, place.end, changed);
  if (start === end) {
    const caret = start + (isMarked ? -1 : 1);
    return { text: next, start: caret, end: caret };
  }
  return { text: next, start: place.start, end: place.start + changed.length };
}

function isWrapped(line: string, marker: string): boolean {
  return line.length > 2 && line.startsWith(marker) && line.endsWith(marker);
}

/** Spaces stay outside: a marker beside a space is a plain sign to WhatsApp. */
function wrap(line: string, marker: string): string {
  return line.trim() === "" ? line : line.replace(/^(\s*)(.*?)(\s*)$/s, `$1${marker}$2${marker}$3`);
}

function unwrap(line: string, marker: string): string {
  const inner = line.trim();
  return isWrapped(inner, marker) ? line.replace(inner, () => inner.slice(1, -1)) : line;
}

function toggleFence({ text, start, end }: Selected): Selected {
  const chosen = text.slice(start, end);
  const isFenced = text.slice(0, start).endsWith(FENCE) && text.slice(end).startsWith(FENCE);
  if (isFenced) {
    return { text: splice(text, start - 3, end + 3, chosen), start: start - 3, end: end - 3 };
  }
  return { text: splice(text, start, end, FENCE + chosen + FENCE), start: start + 3, end: end + 3 };
}

const LINE_START = /^(?:> |[-*] |\d{1,3}\. )/;

function toggleLines({ text, start, end }: Selected, format: Format): Selected {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const found = text.indexOf("\n", end);
  const to = found === -1 ? text.length : found;
  const lines = text.slice(from, to).split("\n");
  const has = (line: string) => kindOf(line) === format;
  const isMarked = lines.every((line) => line === "" || has(line)) && lines.some(has);
  const changed = lines
    .map((line, at) => {
      const bare = line.replace(LINE_START, "");
      return isMarked || (bare === "" && lines.length > 1) ? bare : `${prefixOf(format, at)}${bare}`;
    })
    .join("\n");
  const next = splice(text, from, to, changed);
  if (start !== end) return { text: next, start: from, end: from + changed.length };
  const caret = Math.max(from, start + changed.length - (to - from));
  return { text: next, start: caret, end: caret };
}

function kindOf(line: string): Format | null {
  if (line.startsWith("> ")) return "quote";
  if (/^[-*] /.test(line)) return "bullets";
  return /^\d{1,3}\. /.test(line) ? "numbers" : null;
}

function prefixOf(format: Format, at: number): string {
  if (format === "quote") return "> ";
  return format === "numbers" ? `${at + 1}. ` : "- ";
}

/** What a new line begins with after this one: the list or quote goes on, and ends with an empty item. */
export function nextLine({ text, start, end }: Selected): Selected {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const line = text.slice(from, start);
  const [prefix = ""] = LINE_START.exec(line) ?? [];
  if (prefix !== "" && line === prefix) {
    return { text: splice(text, from, end, ""), start: from, end: from };
  }
  const number = /^(\d{1,3})\. $/.exec(prefix)?.[1];
  const begin = `\n${number ? `${Number(number) + 1}. ` : prefix}`;
  const caret = start + begin.length;
  return { text: splice(text, start, end, begin), start: caret, end: caret };
}

function wordAt(text: string, at: number): { start: number; end: number } {
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(0, at))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(at))?.[0].length ?? 0;
  return { start: at - before, end: at + after };
}

function splice(text: string, start: number, end: number, piece: string): string {
  return text.slice(0, start) + piece + text.slice(end);
}
