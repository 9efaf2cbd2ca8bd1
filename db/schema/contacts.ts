import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { channels, portfolios } from "./channels";
import { tenants } from "./tenants";

/** As `foldedSql` of the search. Cut, since an index entry may have 2,700 bytes and a profile's name 65,000 letters. */
const folded = (text: string) =>
  sql.raw(`left(regexp_replace(normalize(lower(${text}), NFKD), '[\\u0300-\\u036f]', '', 'g'), 400)`);
const names =
  "coalesce(left(name, 200), '') || ' ' || coalesce(left(profile_name, 200), '') || ' ' || coalesce(username, '')";
const firstName = "coalesce(name, nullif(btrim(profile_name), ''), username, '~')";

export const contacts = pgTable(
  "contacts",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    portfolioId: uuid("portfolio_id").notNull(),
    /** Given by an agent; wins over the profile's name. */
    name: text("name"),
    profileName: text("profile_name"),
    /** Meta's time of the message that brought the profile's name: the newest wins, whatever arrives last. */
    profileNameAt: instant("profile_name_at"),
    username: text("username"),
    language: text("language"),
    blockedAt: instant("blocked_at"),
    createdAt: createdAt(),
    /** Names without case and accents, for search: under row-level security no index serves `lower()` or `ILIKE`. */
    searchText: text("search_text").notNull().generatedAlwaysAs(folded(names)),
    /** Those without a name stand last. */
    sortName: text("sort_name").notNull().generatedAlwaysAs(folded(firstName)),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("contacts_name").on(t.tenantId, t.sortName, t.id),
    index("contacts_search").using("gin", t.tenantId, sql`search_contact(name, profile_name, username)`),
    index("contacts_created").on(t.tenantId, t.createdAt.desc().nullsFirst(), t.id),
    foreignKey({
      columns: [t.tenantId, t.portfolioId],
      foreignColumns: [portfolios.tenantId, portfolios.id],
      name: "contacts_portfolio",
    }),
    tenantPolicy(),
  ],
);

export const identityKinds = ["phone", "bsuid", "parent_bsuid"] as const;

/** What a contact is known by, and from when to when: numbers change hands and ids are regenerated. */
export const contactIdentities = pgTable(
  "contact_identities",
  {
    tenantId: tenantId(),
    id: id(),
    portfolioId: uuid("portfolio_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    kind: text("kind", { enum: identityKinds }).notNull(),
    value: text("value").notNull(),
    validFrom: instant("valid_from").notNull(),
    validTo: instant("valid_to"),
    lastSeenAt: instant("last_seen_at").notNull(),
    source: text("source").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("contact_identities_valid").on(t.tenantId, t.portfolioId, t.kind, t.value).where(sql`valid_to is null`),
    index("contact_identities_contact").on(t.tenantId, t.contactId),
    index("contact_identities_search")
      .using("gin", t.tenantId, sql`search_number(value)`)
      .where(sql`kind = 'phone' and valid_to is null`),
    index("contact_identities_past").on(t.tenantId, t.portfolioId, t.kind, t.value).where(sql`valid_to is not null`),
    check("contact_identities_kind", oneOf(t.kind, identityKinds)),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
      name: "contact_identities_contact",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** Meta's 24 hours for a contact and channel, and the free entry point kept apart. */
export const serviceWindows = pgTable(
  "service_windows",
  {
    tenantId: tenantId(),
    contactId: uuid("contact_id").notNull(),
    channelId: uuid("channel_id").notNull(),
    /** The latest moment that the customer wrote or called: the earlier of Meta's time and arrival. */
    openedAt: instant("opened_at").notNull(),
    freeUntil: instant("free_until"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.contactId, t.channelId] }),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
      name: "service_windows_contact",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.channelId],
      foreignColumns: [channels.tenantId, channels.id],
      name: "service_windows_channel",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

export const consentPurposes = ["service", "marketing", "ai", "analytics"] as const;

/** The consent ledger: append only; the newest entry of a purpose is the present state. */
export const consents = pgTable(
  "consents",
  {
    tenantId: tenantId(),
    id: id(),
    contactId: uuid("contact_id").notNull(),
    channelId: uuid("channel_id"),
    purpose: text("purpose", { enum: consentPurposes }).notNull(),
    state: text("state", { enum: ["granted", "withdrawn"] }).notNull(),
    source: text("source").notNull(),
    evidence: jsonb("evidence").$type<Record<string, unknown>>().notNull(),
    actor: text("actor").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("consents_contact").on(t.tenantId, t.contactId, t.purpose, t.at),
    uniqueIndex("consents_first_inbound").on(t.tenantId, t.contactId, t.purpose).where(sql`source = 'first_inbound'`),
    check("consents_purpose", oneOf(t.purpose, consentPurposes)),
    check("consents_state", oneOf(t.state, ["granted", "withdrawn"])),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
      name: "consents_contact",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** Keyed hashes of erased identities and messages, so that a late webhook or a replay brings nobody back. */
export const tombstones = pgTable(
  "tombstones",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    hash: bytea("hash").notNull(),
    kind: text("kind", { enum: ["identity", "message"] }).notNull(),
    erasedAt: instant("erased_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.hash] }),
    check("tombstones_kind", oneOf(t.kind, ["identity", "message"])),
    tenantPolicy(),
  ],
);
