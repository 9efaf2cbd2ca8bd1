import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenantId, tenantPolicy } from "@/db/columns";
import { conversations } from "./conversations";
import { members } from "./tenants";

/**
 * What a member began to write in a conversation. An empty one stays for a while: a device that still holds the words
 * from before then learns that they were sent or thrown away later.
 */
export const drafts = pgTable(
  "drafts",
  {
    tenantId: tenantId(),
    memberId: uuid("member_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    text: text("text").notNull(),
    /** What the answer will quote; no key: a message that is gone takes no words with it. */
    quotedMessageId: uuid("quoted_message_id"),
    editedAt: instant("edited_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.memberId, t.conversationId] }),
    index("drafts_conversation").on(t.tenantId, t.conversationId),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "drafts_member",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
      name: "drafts_conversation",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
