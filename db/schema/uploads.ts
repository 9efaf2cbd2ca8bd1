import { sql } from "drizzle-orm";
import { bigint, boolean, check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { mediaTypes } from "@/lib/whatsapp/types";
import { channels } from "./channels";

const states = ["receiving", "stored"] as const;

/** Files that we send: the bytes once, however many messages carry them. One that no message carries goes after a day. */
export const uploads = pgTable(
  "uploads",
  {
    tenantId: tenantId(),
    id: id(),
    /** The member or key who brought it. */
    uploadedBy: uuid("uploaded_by").notNull(),
    /** Noted before the first byte, so that nothing a crash leaves is lost sight of. */
    state: text("state", { enum: states }).notNull().default("receiving"),
    storageKey: text("storage_key").notNull(),
    /** What it can be sent as. */
    kind: text("kind", { enum: mediaTypes }),
    /** Mono Opus in Ogg, small enough that WhatsApp shows it as a voice note. */
    isVoice: boolean("is_voice").notNull().default(false),
    type: text("type"),
    sha256: text("sha256"),
    sizeBytes: bigint("size_bytes", { mode: "number" }),
    filename: text("filename"),
    keySealed: bytea("key_sealed"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("uploads_age").on(t.createdAt),
    check("uploads_state", oneOf(t.state, states)),
    check("uploads_kind", oneOf(t.kind, mediaTypes)),
    check(
      "uploads_stored",
      sql`state = 'receiving' or (kind is not null and type is not null and sha256 is not null
      and size_bytes is not null and key_sealed is not null)`,
    ),
    tenantPolicy(),
  ],
);

/** Under which id a number has an upload at Meta, who keeps it for 30 days. */
export const uploadHandles = pgTable(
  "upload_handles",
  {
    tenantId: tenantId(),
    uploadId: uuid("upload_id").notNull(),
    channelId: uuid("channel_id").notNull(),
    metaMediaId: text("meta_media_id").notNull(),
    uploadedAt: instant("uploaded_at").notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.uploadId, t.channelId] }),
    foreignKey({
      columns: [t.tenantId, t.uploadId],
      foreignColumns: [uploads.tenantId, uploads.id],
      name: "upload_handles_upload",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.channelId],
      foreignColumns: [channels.tenantId, channels.id],
      name: "upload_handles_channel",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
