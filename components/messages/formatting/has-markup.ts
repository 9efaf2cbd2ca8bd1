import type { Block, Inline } from "./nodes";

/** Whether WhatsApp shows a text otherwise than it was typed; links alone look the same. */
export function hasMarkup(blocks: Block[]): boolean {
  return blocks.some((block) => block.kind !== "text" || block.children.some(isMarked));
}

function isMarked(node: Inline): boolean {
  return typeof node !== "string" && node.kind !== "link";
}
