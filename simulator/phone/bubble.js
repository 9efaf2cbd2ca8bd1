import { contentNodes } from "./content.js";
import { element, phrase } from "./dom.js";
import { icon, tick } from "./icons.js";
import { previewOf } from "./preview.js";
import { findEntry, state } from "./state.js";

const time = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", hour12: false });
const offered = ["👍", "❤️", "😂", "😮", "😢", "🙏"];

/** One message with its quote, content, time, mark and reactions. */
export function bubble(entry, actions) {
  const mine = entry.from === "customer";
  return element(
    "article",
    { className: `bubble ${mine ? "mine" : "theirs"} kind-${entry.type}`, "data-id": entry.id },
    entry.quotes ? quote(findEntry(entry.quotes)) : undefined,
    ...contentNodes(entry, actions),
    element("span", { className: "foot" }, time.format(entry.at), mine ? tick(entry.tick) : undefined),
    reactions(entry),
    actionBar(entry, actions),
  );
}

function quote(entry) {
  if (!entry) return element("blockquote", { className: "quoted" }, "An earlier message");
  const who = entry.from === "customer" ? "You" : state.business.name;
  return element(
    "blockquote",
    { className: "quoted" },
    phrase("strong", "", who),
    phrase("span", "quoted-text", previewOf(entry)),
  );
}

function reactions({ reactions: given }) {
  const shown = [given.business, given.customer].filter(Boolean);
  if (shown.length === 0) return undefined;
  return element("span", { className: "reactions", "aria-label": `Reactions: ${shown.join(" ")}` }, shown.join(" "));
}

function actionBar(entry, actions) {
  const reply = element(
    "button",
    { type: "button", "aria-label": "Reply", onclick: () => actions.replyTo(entry) },
    icon("reply"),
  );
  const choices = offered.map((emoji) =>
    element(
      "button",
      {
        type: "button",
        "aria-label": `React with ${emoji}`,
        "aria-pressed": String(entry.reactions.customer === emoji),
        onclick: () => actions.react(entry, entry.reactions.customer === emoji ? "" : emoji),
      },
      emoji,
    ),
  );
  return element("span", { className: "actions" }, reply, ...choices);
}
