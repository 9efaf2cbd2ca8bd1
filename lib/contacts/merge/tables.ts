/**
 * Every table that holds something of a contact or of a conversation, so that a merge can be taken back exactly.
 * `tables.test.ts` compares this with the catalogue: a new table fails the build until it stands here.
 */

export type MergedTable = {
  table: string;
  /** Beside the tenant. */
  key: string[];
  /** What a merge changes of a row that stays; absent: rows may come and go, and are kept whole. */
  moves?: string[];
  /** Whose rows; `$1` is the tenant, `$2` both contacts, `$3` their conversations. */
  where: string;
  /** Columns that belong together: they are taken back together or not at all. */
  units?: string[][];
  /** What a row needs beside it to come back. */
  needs?: string;
};

const ofContacts = "contact_id = any($2::uuid[])";
const ofConversations = "conversation_id = any($3::uuid[])";

/** In this order rows come back: what is pointed at before what points. */
export const mergedTables: MergedTable[] = [
  {
    table: "contacts",
    key: ["id"],
    where: "id = any($2::uuid[])",
    units: [["profile_name", "profile_name_at", "username"]],
  },
  {
    table: "conversations",
    key: ["id"],
    where: ofContacts,
    units: [
      [
        ...["state", "assignee_id", "department_id", "snoozed_until", "resolved_at", "spam_at"],
        ...["queued_since", "returned_at"],
      ],
    ],
  },
  { table: "messages", key: ["id"], moves: ["contact_id", "conversation_id"], where: ofContacts },
  { table: "media", key: ["id"], moves: ["contact_id"], where: ofContacts },
  { table: "webhook_items", key: ["id"], moves: ["contact_id"], where: ofContacts },
  { table: "outbox", key: ["message_id"], moves: ["contact_id", "conversation_id"], where: ofContacts },
  { table: "amendments", key: ["channel_id", "wamid"], moves: ["contact_id"], where: ofContacts },
  { table: "contact_identities", key: ["id"], moves: ["contact_id"], where: ofContacts },
  { table: "contact_merges", key: ["id"], moves: ["contact_id"], where: ofContacts },
  {
    table: "events",
    key: ["xid", "seq"],
    moves: ["contact_id"],
    where: `${ofContacts} and conversation_id is null`,
  },
  { table: "notes", key: ["id"], moves: ["conversation_id"], where: ofConversations },
  { table: "mentions", key: ["note_id", "member_id"], moves: ["conversation_id"], where: ofConversations },
  { table: "reminders", key: ["id"], moves: ["conversation_id"], where: ofConversations },
  { table: "drafts", key: ["member_id", "conversation_id"], where: ofConversations },
  { table: "read_cursors", key: ["conversation_id", "member_id"], where: ofConversations },
  {
    table: "conversation_labels",
    key: ["conversation_id", "label_id"],
    where: ofConversations,
    needs: "exists (select from labels l where l.tenant_id = $1 and l.id = r.label_id)",
  },
  { table: "conversation_greetings", key: ["conversation_id", "kind"], where: ofConversations },
  { table: "routing_decisions", key: ["id"], where: ofConversations },
  { table: "offers", key: ["id"], where: ofConversations },
  { table: "rule_runs", key: ["id"], where: ofConversations },
  { table: "service_levels", key: ["id"], where: ofConversations },
  { table: "silences", key: ["conversation_id"], where: ofConversations },
  { table: "surveys", key: ["id"], where: ofContacts },
  { table: "service_windows", key: ["contact_id", "channel_id"], where: ofContacts },
  { table: "reactions", key: ["channel_id", "target_wamid", "author", "contact_id"], where: ofContacts },
  { table: "consents", key: ["id"], where: ofContacts },
  { table: "consent_confirmations", key: ["contact_id", "channel_id"], where: ofContacts },
  {
    table: "contact_field_values",
    key: ["contact_id", "field_id"],
    where: ofContacts,
    needs: "exists (select from contact_fields f where f.tenant_id = $1 and f.id = r.field_id)",
  },
  { table: "contact_blocks", key: ["contact_id", "channel_id"], where: ofContacts },
];

/** Columns that PostgreSQL makes itself. */
export const generated = ["search_text", "sort_name"];
