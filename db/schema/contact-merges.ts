import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant, tenantId, tenantPolicy } from "@/db/columns";
import type { MergeChange } from "@/lib/contacts/types";
import { contacts } from "./contacts";

/** Merges of contacts that somebody chose, with what they changed, for as long as they may be taken back. */
export const contactMerges = pgTable(
  "contact_merges",
  {
    tenantId: tenantId(),
    id: id(),
    /** Who holds what was merged now: the kept contact, until that one is merged into another. */
    contactId: uuid("contact_id").notNull(),
    keptId: uuid("kept_id").notNull(),
    goneId: uuid("gone_id").notNull(),
    goneName: text("gone_name").notNull(),
    actor: text("actor").notNull(),
    at: instant("at").notNull(),
    changes: jsonb("changes").$type<MergeChange[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("contact_merges_contact").on(t.tenantId, t.contactId),
    index("contact_merges_age").on(t.at),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
      name: "contact_merges_contact",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
