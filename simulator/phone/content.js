import { element } from "./dom.js";
import { drawers, notice } from "./drawers.js";
import { interactiveNodes, templateNodes } from "./interactive.js";

/** What a message says, by its type; an unknown type shows its raw form. */
export function contentNodes(entry, actions) {
  const { type, content } = entry;
  if (content === undefined) return [drawers[type]?.length === 0 ? drawers[type]()[0] : notice(type)];
  if (type === "interactive") return interactiveNodes(entry, actions);
  if (type === "template" && entry.rendered) return templateNodes(entry, actions);
  const draw = drawers[type];
  if (draw) return draw(content).filter(Boolean);
  return [notice(type), element("pre", { className: "raw" }, JSON.stringify(content, null, 2))];
}
