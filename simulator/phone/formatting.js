import { element } from "./dom.js";

const marks = [
  { pattern: /```([\s\S]+?)```/, tag: "code", plain: true },
  { pattern: /`([^`\n]+)`/, tag: "code", plain: true },
  { pattern: /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/, tag: "a", plain: true },
  { pattern: /(?<![\p{L}\p{N}*])\*(\S(?:[^*\n]*\S)?)\*(?![\p{L}\p{N}*])/u, tag: "strong" },
  { pattern: /(?<![\p{L}\p{N}_])_(\S(?:[^_\n]*\S)?)_(?![\p{L}\p{N}_])/u, tag: "em" },
  { pattern: /(?<![\p{L}\p{N}~])~(\S(?:[^~\n]*\S)?)~(?![\p{L}\p{N}~])/u, tag: "s" },
];

/** WhatsApp's marks within a line as nodes; what is no mark stays text. */
export function formatInline(text) {
  const nodes = [];
  let rest = text;
  while (rest !== "") {
    const found = marks
      .map((mark) => ({ mark, match: mark.pattern.exec(rest) }))
      .filter(({ match }) => match)
      .sort((one, other) => one.match.index - other.match.index)[0];
    if (!found) break;
    const { mark, match } = found;
    nodes.push(rest.slice(0, match.index), makeNode(mark, match));
    rest = rest.slice(match.index + match[0].length);
  }
  return [...nodes, rest].filter((node) => node !== "");
}

function makeNode(mark, match) {
  if (mark.tag === "a") {
    return element("a", { href: match[0], target: "_blank", rel: "noopener noreferrer" }, match[0]);
  }
  return element(mark.tag, {}, ...(mark.plain ? [match[1]] : formatInline(match[1])));
}

/** A whole message: quotes and lists by line, the rest inline. */
export function formatText(text) {
  const body = element("div", { className: "text", dir: "auto" });
  const fenced = text.split(/(```[\s\S]+?```)/);
  for (const part of fenced) {
    if (part.startsWith("```")) body.append(...formatInline(part));
    else body.append(...formatLines(part));
  }
  return body;
}

function formatLines(text) {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const quote = /^> (.*)$/.exec(line);
    if (quote) return [element("blockquote", {}, ...formatInline(quote[1]))];
    const item = /^[-*] (.*)$/.exec(line);
    const nodes = item ? ["• ", ...formatInline(item[1])] : formatInline(line);
    const next = lines[index + 1];
    return next === undefined || next.startsWith("> ") ? nodes : [...nodes, "\n"];
  });
}
