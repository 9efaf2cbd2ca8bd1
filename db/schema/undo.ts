import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenantId, tenantPolicy } from "@/db/columns";
import type { ConversationFacts } from "@/lib/conversations/types";
import { conversations } from "./conversations";

/** What conversations were before somebody changed them, for as long as that may be taken back. */
export const undoSteps = pgTable(
  "undo_steps",
  {
    tenantId: tenantId(),
    /** One act of one person, on however many conversations; the id is the client's. */
    undoId: uuid("undo_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    actor: text("actor").notNull(),
    before: jsonb("before").$type<ConversationFacts>().notNull(),
    after: jsonb("after").$type<ConversationFacts>().notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.undoId, t.conversationId] }),
    index("undo_steps_conversation").on(t.tenantId, t.conversationId),
    index("undo_steps_at").on(t.tenantId, t.at),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
      name: "undo_steps_conversation",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
