/** Webhook bodies of the shape and size that Meta sends, one fact each. */

/** A number, as far as a webhook names it. `index` tells the numbers of one run apart. */
export type Line = { index: number; wabaId: string; phoneNumberId: string; displayPhoneNumber: string };

export type Status = "sent" | "delivered" | "read";

/** The phone of a line's customer. */
export const phoneOf = (line: number, customer: number) => `4477${pad(line, 3)}${pad(customer, 6)}`;
export const bsuidOf = (line: number, customer: number) => `GB.8839${pad(line, 5)}0000${pad(customer, 7)}`;
export const nameOf = (customer: number) => `Customer ${customer}`;

/** The id of a line's n-th message, as long as Meta's. */
export const sentWamid = (line: number, message: number) => wamid(`S${pad(line, 4)}${pad(message, 8)}`);
export const receivedWamid = (line: number, message: number) => wamid(`R${pad(line, 4)}${pad(message, 8)}`);

export function statusBody(
  line: Line,
  { customer, message, status }: { customer: number; message: number; status: Status },
): Buffer {
  const billed = { billable: false, pricing_model: "PMP", type: "free_customer_service", category: "service" };
  const report = {
    id: sentWamid(line.index, message),
    status,
    timestamp: seconds(),
    recipient_id: phoneOf(line.index, customer),
    recipient_user_id: bsuidOf(line.index, customer),
    ...(status === "read" ? {} : { pricing: billed }),
  };
  return body(line, { contacts: [contact(line, customer)], statuses: [report] });
}

export function textBody(line: Line, { customer, message }: { customer: number; message: number }): Buffer {
  return textOf(line, {
    customer,
    message,
    text: `Hello, where is the parcel with the number ${4_711_000 + message}?`,
  });
}

/** A text that makes the whole body exactly so long. */
export function textBodyOfLength(line: Line, length: number, message: number): Buffer {
  const shortest = textOf(line, { customer: 1, message, text: "", bare: true }).length;
  if (length < shortest) throw new Error(`No text message is shorter than ${shortest} bytes.`);
  return textOf(line, { customer: 1, message, text: "x".repeat(length - shortest), bare: true });
}

type Text = { customer: number; message: number; text: string; bare?: boolean };

function textOf(line: Line, { customer, message, text, bare = false }: Text): Buffer {
  const written = {
    from: phoneOf(line.index, customer),
    ...(bare ? {} : { from_user_id: bsuidOf(line.index, customer) }),
    id: receivedWamid(line.index, message),
    timestamp: seconds(),
    text: { body: text },
    type: "text",
  };
  return body(line, { contacts: [contact(line, customer, bare)], messages: [written] });
}

function contact(line: Line, customer: number, bare = false) {
  const profile = { profile: { name: nameOf(customer) }, wa_id: phoneOf(line.index, customer) };
  return bare ? profile : { ...profile, user_id: bsuidOf(line.index, customer) };
}

function body(line: Line, value: Record<string, unknown>): Buffer {
  const metadata = {
    display_phone_number: line.displayPhoneNumber.replace("+", ""),
    phone_number_id: line.phoneNumberId,
  };
  const change = { value: { messaging_product: "whatsapp", metadata, ...value }, field: "messages" };
  return Buffer.from(
    JSON.stringify({ object: "whatsapp_business_account", entry: [{ id: line.wabaId, changes: [change] }] }),
  );
}

const pad = (value: number, length: number) => String(value).padStart(length, "0");
const seconds = () => String(Math.floor(Date.now() / 1000));
const wamid = (text: string) => `wamid.${Buffer.from(`HBgMNDQ3NzAxMDAwMDAw${text}`).toString("base64")}`;
