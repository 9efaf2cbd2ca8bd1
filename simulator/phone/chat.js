import { bubble } from "./bubble.js";
import { byId, element } from "./dom.js";
import { chosenCustomer, state } from "./state.js";

const day = new Intl.DateTimeFormat("en", { weekday: "long", day: "numeric", month: "long" });
const nearEndPx = 80;

/** Bubbles drawn so far: one that did not change keeps its node, so that a playing sound plays on. */
const drawn = new Map();
let drawnFor;
let staysAtEnd = true;

export function prepareChat() {
  const chat = byId("chat");
  chat.addEventListener("scroll", () => {
    staysAtEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < nearEndPx;
  });
  // A picture gets its height when it has loaded; load events do not bubble.
  chat.addEventListener("load", scrollToEnd, true);
}

/** Draws the chosen customer's chat and stays at its end when it was there. */
export function showChat(actions) {
  const customer = chosenCustomer();
  if (!customer) return;
  if (drawnFor !== customer.key) {
    drawn.clear();
    staysAtEnd = true;
  }
  drawnFor = customer.key;
  arrange(byId("chat"), chatNodes(customer, actions));
  scrollToEnd();
}

function scrollToEnd() {
  if (staysAtEnd) byId("chat").scrollTop = byId("chat").scrollHeight;
}

function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  for (const [index, node] of nodes.entries()) {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  }
}

function chatNodes(customer, actions) {
  const nodes = [];
  let shownDay;
  for (const entry of customer.entries) {
    const entryDay = day.format(entry.at);
    if (entryDay !== shownDay) nodes.push(element("p", { className: "day" }, entryDay));
    shownDay = entryDay;
    nodes.push(drawOnce(entry, actions));
  }
  if (nodes.length === 0) {
    nodes.push(element("p", { className: "empty", dir: "auto" }, `No messages yet. Write to ${state.business.name}.`));
  }
  if (customer.blocked) nodes.push(element("p", { className: "day" }, "The business has blocked this customer."));
  if (customer.typingUntil > Date.now()) nodes.push(typingBubble());
  return nodes;
}

function drawOnce(entry, actions) {
  // The mark of a business's message says whether it was looked at, and is not drawn.
  const form = JSON.stringify(entry.from === "business" ? { ...entry, tick: "" } : entry);
  const known = drawn.get(entry.id);
  if (known?.form === form) return known.node;
  const node = bubble(entry, actions);
  drawn.set(entry.id, { form, node });
  return node;
}

function typingBubble() {
  const dots = [0, 1, 2].map(() => element("i", {}));
  return element("div", { className: "bubble theirs typing", "aria-hidden": "true" }, ...dots);
}

/** The line under the business's name. */
export function showBusinessLine() {
  const typing = (chosenCustomer()?.typingUntil ?? 0) > Date.now();
  byId("business-line").textContent = typing ? "typing…" : state.business.display;
  byId("business-line").classList.toggle("is-typing", typing);
}
