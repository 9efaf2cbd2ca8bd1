import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize, can } from "@/lib/auth";
import { idOfCursor, pageById } from "@/lib/paging";
import { storableText } from "@/lib/text";
import { findContactIds, findMessageIds, findNoteIds } from "./find-ids";
import { narrow } from "./narrow";
import { parseQuery } from "./parse";
import { readContacts, readMessages, readNotes } from "./read-hits";
import type { Search } from "./schemas";
import type { SearchKind } from "./types";

type Answer = z.output<typeof Search.output>;

/** Under the visibility rule: of a conversation that the asker may not see, nothing is found. */
export async function searchWorkspace(actor: Actor, input: z.output<typeof Search.input>): Promise<Answer> {
  authorize(actor, "conversations.read");
  const query = parseQuery(storableText(input.q));
  const before = idOfCursor(input.cursor) ?? null;
  const page = { before, most: input.limit + 1 };
  return withTenant(actor, async (tx) => {
    const narrowed = await narrow(tx, actor, { query, timeZone: input.timeZone, now: new Date() });
    const wants = (kind: SearchKind) =>
      narrowed.notUnderstood.length === 0 && narrowed.kinds.includes(kind) && (input.kind ?? kind) === kind;
    const contactIds =
      wants("contacts") && can(actor, "contacts.read") ? await findContactIds(tx, actor, query, page) : [];
    const noteIds = wants("notes") ? await findNoteIds(tx, actor, query, narrowed, page) : [];
    const messageIds = wants("messages") ? await findMessageIds(tx, actor, query, narrowed, page) : [];
    const pageOf = <T extends { id: string }>(found: T[]) => pageById(found, input.limit, (each) => each);
    return {
      contacts: pageOf(await readContacts(tx, actor, contactIds, query)),
      notes: pageOf(await readNotes(tx, actor, noteIds, query)),
      messages: pageOf(await readMessages(tx, actor, messageIds, query)),
      notUnderstood: narrowed.notUnderstood,
    };
  });
}
