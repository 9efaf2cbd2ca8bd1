export type App = { id: string; secret: string };
export type Outcome = { status: number; body: string; attempt: number };

/** One message or status on its way to one callback. */
export type Update = {
  url: string;
  app: App;
  wabaId: string;
  phoneNumberId: string;
  displayDigits: string;
  kind: "messages" | "statuses" | "message_echoes" | "handover";
  /** A copy for an app that has not got the thread. */
  standby?: boolean | undefined;
  item: object;
  contact?: object | undefined;
  /** Called after each attempt; status 0 means that nobody answered. */
  onOutcome?: ((outcome: Outcome) => void) | undefined;
};

type Inner = Record<string, unknown>;

/** Groups updates into one webhook body: a change per number and kind, each contact once. */
export function composeBody(updates: Update[]): object {
  const changes = new Map<
    string,
    { wabaId: string; field: string; value: Inner; inner: Inner; items: object[]; contacts: Map<string, object> }
  >();
  const handovers: { wabaId: string; value: object; field: string }[] = [];
  for (const update of updates) {
    if (update.kind === "handover") {
      handovers.push({ wabaId: update.wabaId, value: update.item, field: "messaging_handovers" });
      continue;
    }
    const key = `${update.wabaId}/${update.phoneNumberId}/${update.kind}/${update.standby ?? false}`;
    let change = changes.get(key);
    if (!change) {
      const metadata = { display_phone_number: update.displayDigits, phone_number_id: update.phoneNumberId };
      const inner: Inner = update.standby ? {} : { messaging_product: "whatsapp", metadata };
      change = {
        wabaId: update.wabaId,
        field: update.standby ? "standby" : "messages",
        value: update.standby ? { messaging_product: "whatsapp", metadata, standby: inner } : inner,
        inner,
        items: [],
        contacts: new Map(),
      };
      changes.set(key, change);
    }
    change.items.push(update.item);
    if (update.contact) change.contacts.set(JSON.stringify(update.contact), update.contact);
    if (change.contacts.size > 0) change.inner.contacts = [...change.contacts.values()];
    change.inner[update.kind] = change.items;
  }
  const entries = new Map<string, object[]>();
  for (const { wabaId, value, field } of [...changes.values(), ...handovers]) {
    entries.set(wabaId, [...(entries.get(wabaId) ?? []), { value, field }]);
  }
  return {
    object: "whatsapp_business_account",
    entry: [...entries].map(([id, entryChanges]) => ({ id, changes: entryChanges })),
  };
}
