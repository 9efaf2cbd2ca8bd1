import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenantId, tenantPolicy } from "@/db/columns";
import { channels } from "./channels";
import { contacts } from "./contacts";

/** The numbers of ours on whose block list at Meta a contact stands. */
export const contactBlocks = pgTable(
  "contact_blocks",
  {
    tenantId: tenantId(),
    contactId: uuid("contact_id").notNull(),
    channelId: uuid("channel_id").notNull(),
    actor: text("actor").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.contactId, t.channelId] }),
    index("contact_blocks_channel").on(t.tenantId, t.channelId),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
      name: "contact_blocks_contact",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.channelId],
      foreignColumns: [channels.tenantId, channels.id],
      name: "contact_blocks_channel",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
