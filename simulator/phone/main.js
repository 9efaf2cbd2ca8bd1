import { actions } from "./actions.js";
import { prepareChat, showBusinessLine, showChat } from "./chat.js";
import { prepareComposer, showReplyBanner } from "./composer.js";
import { byId, element } from "./dom.js";
import { avatar, showPeople } from "./people.js";
import { listen, loadState, postLook } from "./server.js";
import { closeSheet, prepareSheets } from "./sheets.js";
import { chosenCustomer, putEntry, state, unreadOf } from "./state.js";

const clock = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", hour12: false });

function show() {
  showPeople(choose);
  showChat(actions);
  showBusinessLine();
}

function choose(key) {
  state.chosen = key;
  state.replyTo = undefined;
  const address = new URL(location.href);
  address.searchParams.set("as", chosenCustomer().personaId ?? key);
  history.replaceState(null, "", address);
  closeSheet();
  showReplyBanner();
  show();
  look();
}

/** Reads what is on screen, and only that. */
function look() {
  const customer = chosenCustomer();
  if (!customer || document.visibilityState !== "visible" || unreadOf(customer) === 0) return;
  for (const entry of customer.entries) if (entry.from === "business") entry.tick = "read";
  showPeople(choose);
  void postLook(customer.key);
}

async function refresh() {
  const { businesses, business, customers } = await loadState();
  Object.assign(state, { businesses, business, customers });
  showBusinesses();
  const wanted = new URLSearchParams(location.search).get("as");
  const chosen = customers.find(({ key, personaId }) => key === state.chosen || personaId === wanted || key === wanted);
  choose((chosen ?? customers[0]).key);
}

function showBusinesses() {
  const options = state.businesses.map(({ id, name, display }) =>
    element("option", { value: id, selected: id === state.business.id }, `${name} · ${display}`),
  );
  byId("business").replaceChildren(...options);
  byId("business-name").textContent = state.business.name;
  byId("business-avatar").replaceChildren(...avatar(state.business.name).childNodes);
}

async function takeEntry({ customer, entry }) {
  if (!putEntry(customer, entry)) return refresh();
  show();
  if (customer === state.chosen) look();
}

function takeTyping({ customer: key, until }) {
  const customer = state.customers.find((candidate) => candidate.key === key);
  if (!customer) return;
  customer.typingUntil = until;
  show();
  setTimeout(show, Math.max(0, until - Date.now()) + 50);
}

function setOffline(lost) {
  byId("offline").hidden = !lost;
}

byId("business").addEventListener("change", (event) => {
  const address = new URL(location.href);
  address.searchParams.set("to", event.target.value);
  location.href = address;
});
document.addEventListener("visibilitychange", look);
prepareChat();
prepareSheets();
prepareComposer(actions);
const tickClock = () => {
  byId("clock").textContent = clock.format(Date.now());
};
tickClock();
setInterval(tickClock, 10_000);
listen({
  onEntry: takeEntry,
  onTyping: takeTyping,
  // Also after a break: what came meanwhile is fetched.
  onOpen: () => {
    setOffline(false);
    void refresh();
  },
  onLost: () => setOffline(true),
});
