import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { contactIdentities, contacts, conversations, departments, members, messages, notes } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { displayName, formatPhone } from "@/lib/contacts";
import { visibleTo } from "@/lib/conversations";
import { gistOfStored } from "@/lib/messages/types";
import { snippetOf } from "./snippet";
import type { FoundContact, FoundConversation, FoundMessage, FoundNote, ParsedQuery } from "./types";

const contactFacts = {
  id: contacts.id,
  name: contacts.name,
  profileName: contacts.profileName,
  username: contacts.username,
};
const place = { id: conversations.id, state: conversations.state, departmentId: conversations.departmentId };
const departmentName = departments.name;

/** The rule is asked again for each row that is shown, under row-level security this time. */
export async function readMessages(
  tx: Transaction,
  actor: Actor,
  ids: string[],
  query: ParsedQuery,
): Promise<FoundMessage[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ message: messages, contact: contactFacts, place, departmentName, memberName: members.name })
    .from(messages)
    .innerJoin(
      conversations,
      and(eq(conversations.tenantId, messages.tenantId), eq(conversations.id, messages.conversationId)),
    )
    .innerJoin(contacts, and(eq(contacts.tenantId, messages.tenantId), eq(contacts.id, messages.contactId)))
    .leftJoin(
      departments,
      and(eq(departments.tenantId, messages.tenantId), eq(departments.id, conversations.departmentId)),
    )
    .leftJoin(members, and(eq(members.tenantId, messages.tenantId), eq(members.id, messages.authorId)))
    .where(and(eq(messages.tenantId, actor.tenantId), inArray(messages.id, ids), visibleTo(actor)))
    .orderBy(desc(messages.id));
  return rows.map(({ message, contact, memberName, ...where }) => ({
    id: message.id,
    conversation: conversationOf(where),
    contact: { id: contact.id, name: nameOf(contact) },
    direction: message.direction,
    author: { kind: message.author, name: message.author === "contact" ? nameOf(contact) : memberName },
    type: message.type,
    at: message.at.toISOString(),
    snippet: snippetOf(message.preview, query),
    gist: gistOfStored(message),
  }));
}

export async function readNotes(
  tx: Transaction,
  actor: Actor,
  ids: string[],
  query: ParsedQuery,
): Promise<FoundNote[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ note: notes, contact: contactFacts, place, departmentName, memberName: members.name })
    .from(notes)
    .innerJoin(
      conversations,
      and(eq(conversations.tenantId, notes.tenantId), eq(conversations.id, notes.conversationId)),
    )
    .innerJoin(contacts, and(eq(contacts.tenantId, notes.tenantId), eq(contacts.id, conversations.contactId)))
    .leftJoin(
      departments,
      and(eq(departments.tenantId, notes.tenantId), eq(departments.id, conversations.departmentId)),
    )
    .leftJoin(members, and(eq(members.tenantId, notes.tenantId), eq(members.id, notes.authorId)))
    .where(and(eq(notes.tenantId, actor.tenantId), inArray(notes.id, ids), isNull(notes.deletedAt), visibleTo(actor)))
    .orderBy(desc(notes.id));
  return rows.map(({ note, contact, memberName, ...where }) => ({
    id: note.id,
    conversation: conversationOf(where),
    contact: { id: contact.id, name: nameOf(contact) },
    author: memberName,
    at: note.at.toISOString(),
    snippet: snippetOf(note.body, query),
  }));
}

export async function readContacts(
  tx: Transaction,
  actor: Actor,
  ids: string[],
  query: ParsedQuery,
): Promise<FoundContact[]> {
  if (ids.length === 0) return [];
  const latest = tx
    .select({ ...place, departmentName: sql<string | null>`${departmentName}`.as("department_name") })
    .from(conversations)
    .leftJoin(
      departments,
      and(eq(departments.tenantId, conversations.tenantId), eq(departments.id, conversations.departmentId)),
    )
    .where(
      and(eq(conversations.tenantId, contacts.tenantId), eq(conversations.contactId, contacts.id), visibleTo(actor)),
    )
    .orderBy(desc(conversations.lastActivityAt))
    .limit(1)
    .as("latest");
  const phone = sql<string | null>`(select i.value from ${contactIdentities} i where i.tenant_id = ${contacts.tenantId}
    and i.contact_id = ${contacts.id} and i.kind = 'phone' and i.valid_to is null order by i.last_seen_at desc limit 1)`;
  const rows = await tx
    .select({
      contact: contactFacts,
      phone,
      place: { id: latest.id, state: latest.state, departmentId: latest.departmentId },
      departmentName: latest.departmentName,
    })
    .from(contacts)
    .leftJoinLateral(latest, sql`true`)
    .where(and(eq(contacts.tenantId, actor.tenantId), inArray(contacts.id, ids)))
    .orderBy(desc(contacts.id));
  return rows.map(({ contact, phone: digits, place: latestPlace, departmentName: name }) => ({
    id: contact.id,
    name: snippetOf(displayName({ ...contact, phone: digits }), query),
    phone: digits === null ? null : snippetOf(formatPhone(digits), query),
    username: contact.username,
    conversation: latestPlace ? conversationOf({ place: latestPlace, departmentName: name }) : null,
  }));
}

type Place = {
  place: { id: string; state: FoundConversation["state"]; departmentId: string | null };
  departmentName: string | null;
};

function conversationOf({ place: { id, state, departmentId }, departmentName: name }: Place): FoundConversation {
  return { id, state, department: departmentId === null ? null : { id: departmentId, name: name ?? "" } };
}

function nameOf(contact: { name: string | null; profileName: string | null; username: string | null }): string {
  return displayName({ ...contact, phone: null });
}
