import { element, phrase } from "./dom.js";
import { headerNodes } from "./drawers.js";
import { formatText } from "./formatting.js";
import { icon } from "./icons.js";

/** An interactive message of the business, or the customer's answer to one. */
export function interactiveNodes(entry, actions) {
  const { content } = entry;
  const answer = content.button_reply ?? content.list_reply;
  if (answer) return [formatText(answer.title), answer.description ? phrase("small", "", answer.description) : ""];
  if (entry.from === "customer") return [formatText(content.nfm_reply?.body ?? content.type)];
  return [
    ...headerNodes(content.header),
    content.body ? formatText(content.body.text) : "",
    content.footer ? phrase("small", "footer", content.footer.text) : "",
    choices(choicesOf(entry, actions)),
  ];
}

function choicesOf(entry, actions) {
  const { type, action } = entry.content;
  const { parameters = {} } = action;
  if (type === "button") {
    return action.buttons.map(({ reply }) => choice(reply.title, "reply", () => actions.answerButton(entry, reply)));
  }
  if (type === "list") return [choice(action.button, "list", () => actions.openList(entry))];
  if (type === "cta_url") return [linkChoice(parameters.display_text, parameters.url)];
  if (type === "location_request_message") return [choice("Send location", "pin", () => actions.openPlaces(entry))];
  if (type === "request_contact_info") {
    return [choice("Share contact info", "person", () => actions.shareContact(entry))];
  }
  const label = parameters.flow_cta ?? parameters.display_text ?? type.replaceAll("_", " ");
  return [deadChoice(label)];
}

/** A template as its placeholders were filled by the send; the cards of a carousel stand below one another. */
export function templateNodes(entry, actions) {
  const { footer, cards, ...own } = entry.rendered;
  const { nodes, buttons } = templateParts(entry, own, actions);
  const leaves = cards.map((card) => {
    const { nodes: inCard, buttons: ofCard } = templateParts(entry, card, actions);
    return element("span", { className: "leaf" }, ...inCard, choices(ofCard));
  });
  return [...nodes, footer ? phrase("small", "footer", footer) : "", ...leaves, choices(buttons)];
}

function templateParts(entry, { header, body, buttons }, actions) {
  const made = buttons.map((button) => {
    if (button.type === "QUICK_REPLY") return choice(button.text, "reply", () => actions.answerTemplate(entry, button));
    return button.url ? linkChoice(button.text, button.url) : deadChoice(button.text);
  });
  return { nodes: [...headerNodes(header), formatText(body)], buttons: made };
}

function choices(buttons) {
  return buttons.length === 0 ? "" : element("span", { className: "choices" }, ...buttons);
}

function choice(label, iconName, onclick) {
  return element("button", { type: "button", className: "choice", onclick }, icon(iconName), phrase("span", "", label));
}

function linkChoice(label, href) {
  const safe = /^https?:/i.test(href ?? "");
  if (!safe) return deadChoice(label);
  return element(
    "a",
    { className: "choice", href, target: "_blank", rel: "noopener noreferrer" },
    icon("link"),
    phrase("span", "", label),
  );
}

function deadChoice(label) {
  const title = "This phone cannot do that yet.";
  return element("button", { type: "button", className: "choice", disabled: true, title }, phrase("span", "", label));
}
