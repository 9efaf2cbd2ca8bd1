import { byId, element, phrase } from "./dom.js";
import { previewOf } from "./preview.js";
import { state, unreadOf } from "./state.js";

/** The list of customers one can be, newest word beside each. */
export function showPeople(onChoose) {
  byId("people").replaceChildren(
    ...state.customers.map((customer) => element("li", {}, personButton(customer, onChoose))),
  );
}

function personButton(customer, onChoose) {
  const unread = unreadOf(customer);
  const last = customer.entries.at(-1);
  return element(
    "button",
    {
      type: "button",
      className: "person",
      "aria-pressed": String(customer.key === state.chosen),
      "data-customer": customer.personaId ?? customer.key,
      onclick: () => onChoose(customer.key),
    },
    avatar(customer.name),
    element(
      "span",
      { className: "person-lines" },
      phrase("strong", "", customer.name),
      element("span", { className: "address", dir: "ltr" }, addressOf(customer)),
      last ? phrase("span", "last", previewOf(last)) : undefined,
    ),
    unread > 0 ? element("span", { className: "unread", "aria-label": `${unread} unread` }, String(unread)) : undefined,
  );
}

function addressOf({ phone, username, userId }) {
  const parts = [phone ? `+${phone}` : undefined, username ? `@${username}` : undefined].filter(Boolean);
  return parts.length > 0 ? parts.join(" · ") : userId;
}

const tints = 6;

export function avatar(name) {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("");
  const tint = [...name].reduce((sum, character) => sum + character.codePointAt(0), 0) % tints;
  return element("span", { className: `avatar tint-${tint}`, "aria-hidden": "true" }, initials);
}
