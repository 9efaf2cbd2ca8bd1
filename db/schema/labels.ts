import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { labelColours } from "@/lib/labels/types";
import { conversations } from "./conversations";
import { tenants } from "./tenants";

export const labels = pgTable(
  "labels",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    /** The name without case and accents: two that read the same are one. */
    foldedName: text("folded_name").notNull(),
    colour: text("colour", { enum: labelColours }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("labels_name").on(t.tenantId, t.foldedName),
    check("labels_colour", oneOf(t.colour, labelColours)),
    tenantPolicy(),
  ],
);

export const conversationLabels = pgTable(
  "conversation_labels",
  {
    tenantId: tenantId(),
    conversationId: uuid("conversation_id").notNull(),
    labelId: uuid("label_id").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.conversationId, t.labelId] }),
    index("conversation_labels_label").on(t.tenantId, t.labelId, t.conversationId),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
      name: "conversation_labels_conversation",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.labelId],
      foreignColumns: [labels.tenantId, labels.id],
      name: "conversation_labels_label",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
