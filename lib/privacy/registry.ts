/**
 * Every table that holds something of a contact, and what erasure does with it. `registry.test.ts` compares this with
 * the catalogue: a new table with a contact in it fails the build until it stands here.
 */

type Treatment =
  /** The rows go, found by this condition; `$1` is the tenant, `$2` the contact. */
  | { table: string; rows: string }
  /** The rows stay, as history without a person. */
  | { table: string; nulled: string; where: string };

const ofContact = "tenant_id = $1 and contact_id = $2";
const ofMessages = `tenant_id = $1 and message_id in (select id from messages where ${ofContact})`;
const ofConversations =
  "tenant_id = $1 and conversation_id in (select id from conversations where tenant_id = $1 and contact_id = $2)";
const ofWamids = (column: string) =>
  `tenant_id = $1 and (channel_id, ${column}) in (select channel_id, wamid from messages where ${ofContact} and wamid is not null)`;
// Of the conversations by theirs: few events have a contact alone, and only those are indexed by it.
const ofContactsEvents = `tenant_id = $1 and ((contact_id = $2 and conversation_id is null)
  or conversation_id in (select id from conversations where ${ofContact}))`;

/** In this order: what points at a row goes before the row. Messages and their files are many and go in chunks before. */
export const contactTables: Treatment[] = [
  { table: "webhook_items", rows: ofContact },
  { table: "outbox", rows: ofContact },
  { table: "media", rows: ofContact },
  { table: "reactions", rows: ofContact },
  { table: "amendments", rows: `(${ofContact}) or (${ofWamids("original_wamid")})` },
  { table: "message_statuses", rows: `(${ofMessages}) or (${ofWamids("wamid")})` },
  { table: "messages", rows: ofContact },
  { table: "events", nulled: "contact_id = null, message_id = null, payload = '{}'", where: ofContactsEvents },
  {
    table: "drafts",
    rows: `tenant_id = $1 and conversation_id in (select id from conversations where ${ofContact})`,
  },
  { table: "read_cursors", rows: ofConversations },
  { table: "reminders", rows: ofConversations },
  { table: "mentions", rows: ofConversations },
  { table: "notes", rows: ofConversations },
  { table: "conversation_labels", rows: ofConversations },
  { table: "conversation_greetings", rows: ofConversations },
  { table: "offers", rows: ofConversations },
  { table: "routing_decisions", rows: ofConversations },
  { table: "rule_webhooks", rows: `tenant_id = $1 and run_id in (select id from rule_runs where ${ofConversations})` },
  { table: "rule_runs", rows: ofConversations },
  { table: "service_levels", rows: ofConversations },
  { table: "silences", rows: ofConversations },
  {
    table: "errands",
    rows: "tenant_id = $1 and item_id in (select id from conversations where tenant_id = $1 and contact_id = $2)",
  },
  { table: "surveys", rows: ofContact },
  { table: "undo_steps", rows: ofConversations },
  { table: "conversations", rows: ofContact },
  { table: "service_windows", rows: ofContact },
  { table: "send_buckets", rows: "tenant_id = $1 and scope = $2::text" },
  { table: "consents", rows: ofContact },
  { table: "consent_confirmations", rows: ofContact },
  { table: "contact_field_values", rows: ofContact },
  { table: "contact_blocks", rows: ofContact },
  { table: "contact_merges", rows: ofContact },
  { table: "contact_identities", rows: ofContact },
  { table: "contacts", rows: "tenant_id = $1 and id = $2" },
];
