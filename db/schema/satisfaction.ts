import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { surveyWays } from "@/lib/satisfaction/types";
import { contacts } from "./contacts";
import { conversations } from "./conversations";
import { departments } from "./departments";
import { templates } from "./templates";
import { members } from "./tenants";

/** What a department asks of a customer whose conversation was resolved. */
export const surveySettings = pgTable(
  "survey_settings",
  {
    tenantId: tenantId(),
    departmentId: uuid("department_id").notNull(),
    isActive: boolean("is_active").notNull().default(false),
    question: text("question").notNull(),
    /** What can be tapped, the best first. */
    choices: text("choices").array().notNull(),
    /** Asked after the score; null: nothing more is asked. */
    commentQuestion: text("comment_question"),
    thanks: text("thanks").notNull(),
    /** Outside the service window; null: then nobody is asked. */
    templateId: uuid("template_id"),
    /** By the place of a variable, such as `body.1`: a text as of a quick reply. */
    templateValues: jsonb("template_values").$type<Record<string, string>>().notNull().default({}),
    /** How long after the conversation was resolved. */
    afterMinutes: integer("after_minutes").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.departmentId] }),
    check("survey_settings_choices", sql`cardinality(choices) = 3`),
    check("survey_settings_after", sql`after_minutes between 0 and 4320`),
    foreignKey({
      columns: [t.tenantId, t.departmentId],
      foreignColumns: [departments.tenantId, departments.id],
      name: "survey_settings_department",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.templateId],
      foreignColumns: [templates.tenantId, templates.id],
      name: "survey_settings_template",
    }),
    tenantPolicy(),
  ],
);

/** A question about one conversation and its answer, with who was in charge then. */
export const surveys = pgTable(
  "surveys",
  {
    tenantId: tenantId(),
    id: id(),
    conversationId: uuid("conversation_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    departmentId: uuid("department_id"),
    memberId: uuid("member_id"),
    dueAt: instant("due_at").notNull(),
    askedAt: instant("asked_at"),
    way: text("way", { enum: surveyWays }),
    messageId: uuid("message_id"),
    /** Why nobody was asked. */
    droppedReason: text("dropped_reason"),
    /** Whether a comment is asked for after the score. */
    asksComment: boolean("asks_comment").notNull().default(false),
    /** 1 to 5, 5 being best. */
    score: integer("score"),
    answeredAt: instant("answered_at"),
    commentAskedAt: instant("comment_asked_at"),
    comment: text("comment"),
    commentedAt: instant("commented_at"),
    thankedAt: instant("thanked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("surveys_conversation").on(t.tenantId, t.conversationId),
    index("surveys_contact").on(t.tenantId, t.contactId),
    index("surveys_member").on(t.tenantId, t.memberId, t.answeredAt),
    index("surveys_answered")
      .on(t.tenantId, t.answeredAt.desc().nullsFirst(), t.id)
      .where(sql`answered_at is not null`),
    uniqueIndex("surveys_message").on(t.tenantId, t.messageId).where(sql`message_id is not null`),
    index("surveys_not_asked").on(t.tenantId, t.departmentId, t.dueAt).where(sql`dropped_reason is not null`),
    index("surveys_due").on(t.dueAt).where(sql`asked_at is null and dropped_reason is null`),
    check("surveys_score", sql`score between 1 and 5`),
    check("surveys_way", oneOf(t.way, surveyWays)),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
      name: "surveys_conversation",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
      name: "surveys_contact",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.departmentId],
      foreignColumns: [departments.tenantId, departments.id],
      name: "surveys_department",
    }),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "surveys_member",
    }),
    tenantPolicy(),
  ],
);
