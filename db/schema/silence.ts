import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenantId, tenantPolicy } from "@/db/columns";
import { conversations } from "./conversations";
import { departments } from "./departments";

/** When a department takes a customer's silence for an end; without a row it never does. */
export const silenceSettings = pgTable(
  "silence_settings",
  {
    tenantId: tenantId(),
    departmentId: uuid("department_id").notNull(),
    /** After our last word. */
    closeAfterMinutes: integer("close_after_minutes").notNull(),
    /** How long before; null: without a word. */
    warnBeforeMinutes: integer("warn_before_minutes"),
    warning: text("warning"),
    closingReason: text("closing_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.departmentId] }),
    check("silence_settings_close", sql`close_after_minutes between 5 and 43200`),
    check("silence_settings_warn", sql`warn_before_minutes between 1 and close_after_minutes - 1`),
    check("silence_settings_warning", sql`(warn_before_minutes is null) = (warning is null)`),
    foreignKey({
      columns: [t.tenantId, t.departmentId],
      foreignColumns: [departments.tenantId, departments.id],
      name: "silence_settings_department",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** Conversations in which we have the last word, and when that is taken for an end. */
export const silences = pgTable(
  "silences",
  {
    tenantId: tenantId(),
    conversationId: uuid("conversation_id").notNull(),
    since: instant("since").notNull(),
    warnAt: instant("warn_at"),
    warnedAt: instant("warned_at"),
    closeAt: instant("close_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.conversationId] }),
    index("silences_warn").on(t.warnAt).where(sql`warned_at is null`),
    index("silences_close").on(t.closeAt),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
      name: "silences_conversation",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
