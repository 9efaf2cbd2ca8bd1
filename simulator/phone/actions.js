import { showReplyBanner } from "./composer.js";
import { byId } from "./dom.js";
import { postMessage } from "./server.js";
import { openListSheet, openPlacesSheet } from "./sheets.js";
import { businessDigits, chosenCustomer, firstNameOf, state } from "./state.js";

/** All that a customer can do in the chat. */
export const actions = {
  async send(message, context) {
    const quoted = context ?? (state.replyTo ? contextOf(state.replyTo) : undefined);
    state.replyTo = undefined;
    showReplyBanner();
    await postMessage(state.chosen, quoted ? { ...message, context: quoted } : message);
  },
  replyTo(entry) {
    state.replyTo = entry;
    showReplyBanner();
    byId("text").focus();
  },
  react(entry, emoji) {
    // Taking a reaction back sends it without an emoji, as WhatsApp does.
    const reaction = emoji ? { message_id: entry.id, emoji } : { message_id: entry.id };
    return postMessage(state.chosen, { type: "reaction", reaction });
  },
  answerButton(entry, { id, title }) {
    const interactive = { type: "button_reply", button_reply: { id, title } };
    return actions.send({ type: "interactive", interactive }, contextOf(entry));
  },
  answerTemplate(entry, { text, payload }) {
    return actions.send({ type: "button", button: { text, payload } }, contextOf(entry));
  },
  openList(entry) {
    openListSheet(entry.content, ({ id, title, description }) => {
      const interactive = { type: "list_reply", list_reply: { id, title, description } };
      return actions.send({ type: "interactive", interactive }, contextOf(entry));
    });
  },
  openPlaces(entry) {
    openPlacesSheet((place) => actions.send({ type: "location", location: place }, entry && contextOf(entry)));
  },
  shareContact(entry) {
    const customer = chosenCustomer();
    const phones = customer.phone ? [{ phone: `+${customer.phone}`, wa_id: customer.phone, type: "CELL" }] : [];
    const name = { formatted_name: customer.name, first_name: firstNameOf(customer) };
    return actions.send(
      { type: "contacts", contacts: [{ name, phones, origin: "contact_request" }] },
      contextOf(entry),
    );
  },
};

function contextOf(entry) {
  const own = entry.from === "customer";
  const from = own ? chosenCustomer().phone : businessDigits();
  return from ? { from, id: entry.id } : { id: entry.id };
}
