import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, createdAt, id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { messages } from "./messages";
import { uploads } from "./uploads";

export const media = pgTable(
  "media",
  {
    tenantId: tenantId(),
    id: id(),
    messageId: uuid("message_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    channelId: uuid("channel_id").notNull(),
    /** Null for a file of ours, which Meta knows by one id for each number: `upload_handles`. */
    metaMediaId: text("meta_media_id"),
    /** A file of ours: its bytes lie with the upload, whoever it was sent to. */
    uploadId: uuid("upload_id"),
    state: text("state", { enum: ["pending", "stored", "failed"] })
      .notNull()
      .default("pending"),
    failure: text("failure"),
    attempts: integer("attempts").notNull().default(0),
    notBefore: instant("not_before").notNull().default(sql`now()`),
    leaseToken: uuid("lease_token"),
    leasedUntil: instant("leased_until"),
    declaredType: text("declared_type"),
    declaredSha256: text("declared_sha256"),
    /** Sniffed from the bytes, never believed from a header. */
    type: text("type"),
    sha256: text("sha256"),
    sizeBytes: bigint("size_bytes", { mode: "number" }),
    filename: text("filename"),
    storageKey: text("storage_key"),
    keySealed: bytea("key_sealed"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("media_message").on(t.tenantId, t.messageId, t.metaMediaId),
    index("media_contact").on(t.tenantId, t.contactId),
    index("media_upload").on(t.tenantId, t.uploadId).where(sql`upload_id is not null`),
    index("media_due").on(t.notBefore).where(sql`state = 'pending'`),
    check("media_state", oneOf(t.state, ["pending", "stored", "failed"])),
    check("media_source", sql`(meta_media_id is null) = (upload_id is not null)`),
    foreignKey({
      columns: [t.tenantId, t.messageId],
      foreignColumns: [messages.tenantId, messages.id],
      name: "media_message",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.uploadId],
      foreignColumns: [uploads.tenantId, uploads.id],
      name: "media_upload",
    }),
    tenantPolicy(),
  ],
);
