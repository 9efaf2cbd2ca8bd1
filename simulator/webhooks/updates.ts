export type App = { id: string; secret: string };
export type Outcome = { status: number; body: string; attempt: number };

/** One message or status on its way to one callback. */
export type Update = {
  url: string;
  app: App;
  wabaId: string;
  phoneNumberId: string;
  displayDigits: string;
  kind: "messages" | "statuses";
  item: object;
  contact?: object | undefined;
  /** Called after each attempt; status 0 means that nobody answered. */
  onOutcome?: ((outcome: Outcome) => void) | undefined;
};

/** Groups updates into one webhook body: a change per number and kind, each contact once. */
export function composeBody(updates: Update[]): object {
  const changes = new Map<
    string,
    { wabaId: string; value: Record<string, unknown>; items: object[]; contacts: Map<string, object> }
  >();
  for (const update of updates) {
    const key = `${update.wabaId}/${update.phoneNumberId}/${update.kind}`;
    let change = changes.get(key);
    if (!change) {
      const metadata = { display_phone_number: update.displayDigits, phone_number_id: update.phoneNumberId };
      change = {
        wabaId: update.wabaId,
        value: { messaging_product: "whatsapp", metadata },
        items: [],
        contacts: new Map(),
      };
      changes.set(key, change);
    }
    change.items.push(update.item);
    if (update.contact) change.contacts.set(JSON.stringify(update.contact), update.contact);
    if (change.contacts.size > 0) change.value.contacts = [...change.contacts.values()];
    change.value[update.kind] = change.items;
  }
  const entries = new Map<string, object[]>();
  for (const { wabaId, value } of changes.values()) {
    entries.set(wabaId, [...(entries.get(wabaId) ?? []), { value, field: "messages" }]);
  }
  return {
    object: "whatsapp_business_account",
    entry: [...entries].map(([id, entryChanges]) => ({ id, changes: entryChanges })),
  };
}
