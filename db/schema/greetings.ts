import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { greetingKinds, greetingTimes } from "@/lib/greetings/types";
import { channels } from "./channels";
import { conversations } from "./conversations";
import { departments } from "./departments";
import { tenants } from "./tenants";

/** What the software says by itself, and where; what is null narrows nothing. */
export const greetings = pgTable(
  "greetings",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    kind: text("kind", { enum: greetingKinds }).notNull(),
    departmentId: uuid("department_id"),
    channelId: uuid("channel_id"),
    /** Of the contact, such as `es`. */
    language: text("language"),
    during: text("during", { enum: greetingTimes }).notNull().default("always"),
    text: text("text").notNull(),
    /** For those that wait: after how long without an answer. */
    afterMinutes: integer("after_minutes"),
    isActive: boolean("is_active").notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("greetings_kind").on(t.tenantId, t.kind),
    check("greetings_kind", oneOf(t.kind, greetingKinds)),
    check("greetings_during", oneOf(t.during, greetingTimes)),
    check("greetings_after", sql`after_minutes between 1 and 1440`),
    foreignKey({
      columns: [t.tenantId, t.departmentId],
      foreignColumns: [departments.tenantId, departments.id],
      name: "greetings_department",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.channelId],
      foreignColumns: [channels.tenantId, channels.id],
      name: "greetings_channel",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** Which greetings a conversation has had, or is to have: each kind once. */
export const conversationGreetings = pgTable(
  "conversation_greetings",
  {
    tenantId: tenantId(),
    conversationId: uuid("conversation_id").notNull(),
    kind: text("kind", { enum: greetingKinds }).notNull(),
    greetingId: uuid("greeting_id").notNull(),
    /** When it is to be said; what has not been said by then stays unsaid if it is not true any more. */
    dueAt: instant("due_at").notNull(),
    saidAt: instant("said_at"),
    /** Why it was not said. */
    droppedReason: text("dropped_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.conversationId, t.kind] }),
    index("conversation_greetings_due").on(t.dueAt).where(sql`said_at is null and dropped_reason is null`),
    check("conversation_greetings_kind", oneOf(t.kind, greetingKinds)),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
      name: "conversation_greetings_conversation",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.greetingId],
      foreignColumns: [greetings.tenantId, greetings.id],
      name: "conversation_greetings_greeting",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
