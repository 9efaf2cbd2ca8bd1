import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { fieldKinds } from "@/lib/contacts/types";
import { contacts } from "./contacts";
import { tenants } from "./tenants";

/** What a workspace wants to know of its contacts beyond what WhatsApp tells. */
export const contactFields = pgTable(
  "contact_fields",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    /** The name without case and accents: two that read the same are one. */
    foldedName: text("folded_name").notNull(),
    kind: text("kind", { enum: fieldKinds }).notNull(),
    /** What can be chosen, in order; empty for other kinds. */
    choices: text("choices").array().notNull(),
    position: integer("position").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("contact_fields_name").on(t.tenantId, t.foldedName),
    check("contact_fields_kind", oneOf(t.kind, fieldKinds)),
    check("contact_fields_choices", sql`(kind = 'choice') = (cardinality(choices) > 0)`),
    tenantPolicy(),
  ],
);

export const contactFieldValues = pgTable(
  "contact_field_values",
  {
    tenantId: tenantId(),
    contactId: uuid("contact_id").notNull(),
    fieldId: uuid("field_id").notNull(),
    /** In the one form of its kind: a number as digits, a date as 2026-05-31. */
    value: text("value").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.contactId, t.fieldId] }),
    index("contact_field_values_field").on(t.tenantId, t.fieldId),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
      name: "contact_field_values_contact",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.fieldId],
      foreignColumns: [contactFields.tenantId, contactFields.id],
      name: "contact_field_values_field",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
