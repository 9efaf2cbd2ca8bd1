import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { noteAuthors } from "@/lib/notes/types";
import { conversations } from "./conversations";
import { members } from "./tenants";

/** What the team writes about a conversation for itself. Nothing here ever leaves for the customer. */
export const notes = pgTable(
  "notes",
  {
    tenantId: tenantId(),
    id: id(),
    conversationId: uuid("conversation_id").notNull(),
    author: text("author", { enum: noteAuthors }).notNull(),
    authorId: uuid("author_id"),
    body: text("body").notNull(),
    clientId: uuid("client_id"),
    at: instant("at").notNull(),
    editedAt: instant("edited_at"),
    /** The words stay for as long as the deletion can be taken back. */
    deletedAt: instant("deleted_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("notes_client_id").on(t.tenantId, t.clientId).where(sql`client_id is not null`),
    index("notes_thread").on(t.tenantId, t.conversationId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("notes_search")
      .using("gin", t.tenantId, sql`search_words(body, array['by:' || author_id::text])`)
      .where(sql`deleted_at is null`),
    index("notes_deleted").on(t.deletedAt).where(sql`deleted_at is not null`),
    check("notes_author", oneOf(t.author, noteAuthors)),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
      name: "notes_conversation",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

export const mentions = pgTable(
  "mentions",
  {
    tenantId: tenantId(),
    noteId: uuid("note_id").notNull(),
    memberId: uuid("member_id").notNull(),
    /** Their name as it stands in the words; they may be called otherwise by now. */
    name: text("name").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    at: instant("at").notNull(),
    readAt: instant("read_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.noteId, t.memberId] }),
    index("mentions_member").on(t.tenantId, t.memberId, t.conversationId, t.at.desc().nullsFirst()),
    index("mentions_conversation").on(t.tenantId, t.conversationId),
    foreignKey({
      columns: [t.tenantId, t.noteId],
      foreignColumns: [notes.tenantId, notes.id],
      name: "mentions_note",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "mentions_member",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
      name: "mentions_conversation",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
