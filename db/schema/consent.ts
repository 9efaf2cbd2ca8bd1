import { check, foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { channels } from "./channels";
import { contacts } from "./contacts";
import { tenants } from "./tenants";

/** The words that end and restore marketing, and what is answered, by language. A workspace without a row has the built-in ones. */
export const consentWords = pgTable(
  "consent_words",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    language: text("language").notNull(),
    stopWords: text("stop_words").array().notNull(),
    startWords: text("start_words").array().notNull(),
    /** Empty: nothing is answered in this language. */
    stopText: text("stop_text").notNull(),
    startText: text("start_text").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.language] }), tenantPolicy()],
);

/** What a contact was last told on a channel, so that a word said again is not answered again. */
export const consentConfirmations = pgTable(
  "consent_confirmations",
  {
    tenantId: tenantId(),
    contactId: uuid("contact_id").notNull(),
    channelId: uuid("channel_id").notNull(),
    state: text("state", { enum: ["granted", "withdrawn"] }).notNull(),
    sentAt: instant("sent_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.contactId, t.channelId] }),
    check("consent_confirmations_state", oneOf(t.state, ["granted", "withdrawn"])),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
      name: "consent_confirmations_contact",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.channelId],
      foreignColumns: [channels.tenantId, channels.id],
      name: "consent_confirmations_channel",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
