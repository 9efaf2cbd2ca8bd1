import type { Block } from "./nodes";
import { parseInline } from "./parse-inline";

const FENCE = /```([^`][\s\S]*?)```/g;

/** WhatsApp's markup as a tree: *bold*, _italic_, ~strike~, `code`, ```mono```, quotes, lists and links. */
export function parseFormatting(text: string): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const fence of text.matchAll(FENCE)) {
    blocks.push(...parseLines(text.slice(from, fence.index)));
    blocks.push({ kind: "mono", text: (fence[1] ?? "").replace(/^\n|\n$/g, "") });
    from = fence.index + fence[0].length;
  }
  return [...blocks, ...parseLines(text.slice(from))];
}

function parseLines(text: string): Block[] {
  if (text.trim() === "") return [];
  const blocks: Block[] = [];
  let plain: string[] = [];
  const flush = () => {
    const joined = plain.join("\n").replace(/^\n+|\n+$/g, "");
    if (joined !== "") blocks.push({ kind: "text", children: inlineLines(joined) });
    plain = [];
  };
  for (const line of text.split("\n")) {
    const special = readSpecial(line);
    if (!special) {
      plain.push(line);
      continue;
    }
    flush();
    const last = blocks.at(-1);
    if (special.kind === "list" && last?.kind === "list" && (last.first === null) === (special.first === null)) {
      last.items.push(...special.items);
    } else {
      blocks.push(special);
    }
  }
  flush();
  return blocks;
}

function inlineLines(text: string) {
  return text.split("\n").flatMap((line, at) => (at === 0 ? parseInline(line) : ["\n", ...parseInline(line)]));
}

function readSpecial(line: string): Exclude<Block, { kind: "mono" }> | null {
  const quote = /^> (.+)$/.exec(line);
  if (quote) return { kind: "quote", children: parseInline(quote[1] ?? "") };
  const bullet = /^[-*] (.+)$/.exec(line);
  if (bullet) return { kind: "list", first: null, items: [parseInline(bullet[1] ?? "")] };
  const numbered = /^(\d{1,3})\. (.+)$/.exec(line);
  if (numbered) return { kind: "list", first: Number(numbered[1]), items: [parseInline(numbered[2] ?? "")] };
  return null;
}
