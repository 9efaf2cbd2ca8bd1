import { createOpenStore } from "@/components/templates/open-store";

type Wanted = {
  /** Known already, such as from the contact's page. */
  contactId?: string;
};

const store = createOpenStore<Wanted>();

export const { close: closeNewConversation, useOpen: useNewConversation } = store;

export function openNewConversation(wanted: Wanted = {}): void {
  store.open(wanted);
}
