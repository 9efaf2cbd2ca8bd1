import { foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, tenantId, tenantPolicy } from "@/db/columns";
import { conversations } from "./conversations";
import { members } from "./tenants";

/** How far a member has read a conversation, on whatever device: what is later is new to them. */
export const readCursors = pgTable(
  "read_cursors",
  {
    tenantId: tenantId(),
    memberId: uuid("member_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    /** The time of the last message that they have seen. */
    readUpTo: instant("read_up_to").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.memberId, t.conversationId] }),
    index("read_cursors_conversation").on(t.tenantId, t.conversationId),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "read_cursors_member",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
      name: "read_cursors_conversation",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
