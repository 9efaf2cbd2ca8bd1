/** One line of a made-up dialogue: who speaks and what, in Meta's shapes. */
import type { MessageContent } from "@/lib/whatsapp/types";

export type Turn = { from: "customer" | "agent"; content: MessageContent };
export type Dialogue = Turn[];

export const says = (body: string): Turn => ({ from: "customer", content: { type: "text", text: { body } } });
export const answers = (body: string): Turn => ({ from: "agent", content: { type: "text", text: { body } } });

export const photo = (caption?: string): Turn => ({
  from: "customer",
  content: { type: "image", image: { id: "", mime_type: "image/png", ...(caption ? { caption } : {}) } },
});

export const sendsFile = (filename: string, from: Turn["from"] = "agent"): Turn => ({
  from,
  content: { type: "document", document: { id: "", mime_type: "application/pdf", filename } },
});

export const place = (name: string, address: string, latitude: number, longitude: number): Turn => ({
  from: "customer",
  content: { type: "location", location: { latitude, longitude, name, address } },
});

export const card = (name: string, phone: string): Turn => ({
  from: "customer",
  content: {
    type: "contacts",
    contacts: [{ name: { formatted_name: name }, phones: [{ phone, type: "CELL" }], origin: "other" }],
  },
});

export const offers = (body: string, titles: string[]): Turn => ({
  from: "agent",
  content: {
    type: "interactive",
    interactive: {
      type: "button",
      body: { text: body },
      action: { buttons: titles.map((title, at) => ({ type: "reply", reply: { id: `choice-${at + 1}`, title } })) },
    },
  },
});

export const taps = (title: string): Turn => ({
  from: "customer",
  content: { type: "interactive", interactive: { type: "button_reply", button_reply: { id: "choice-1", title } } },
});

export const picks = (title: string, description: string): Turn => ({
  from: "customer",
  content: {
    type: "interactive",
    interactive: { type: "list_reply", list_reply: { id: "row-1", title, description } },
  },
});

export const orders = (text: string, currency: string, price: number): Turn => ({
  from: "customer",
  content: {
    type: "order",
    order: {
      catalog_id: "820045117364911",
      text,
      product_items: [{ product_retailer_id: "kettle-blue-1l", quantity: 1, item_price: price, currency }],
    },
  },
});

export const template = (name: string, language: string): Turn => ({
  from: "agent",
  content: { type: "template", template: { name, language: { code: language }, components: [] } },
});

export const poll = (): Turn => ({
  from: "customer",
  content: { type: "unsupported", unsupported: { type: "poll" }, errors: [] },
});
