/** What the page knows: the businesses, the customers with their chats, and who is played. */
export const state = { businesses: [], business: undefined, customers: [], chosen: undefined, replyTo: undefined };

export function chosenCustomer() {
  return state.customers.find(({ key }) => key === state.chosen);
}

export function findEntry(id) {
  return chosenCustomer()?.entries.find((entry) => entry.id === id);
}

/** Puts an entry in its place; answers false when its customer is not known here. */
export function putEntry(customerKey, entry) {
  const customer = state.customers.find(({ key }) => key === customerKey);
  if (!customer) return false;
  const index = customer.entries.findIndex(({ id }) => id === entry.id);
  if (index >= 0) customer.entries[index] = entry;
  else customer.entries.push(entry);
  if (entry.from === "business") customer.typingUntil = 0;
  return true;
}

export function unreadOf(customer) {
  return customer.entries.filter(({ from, tick }) => from === "business" && tick !== "read").length;
}

/** The business number as messages name it. */
export function businessDigits() {
  return state.business.display.replace(/\D/g, "");
}

export function firstNameOf(customer) {
  return customer.name.split(" ")[0];
}
