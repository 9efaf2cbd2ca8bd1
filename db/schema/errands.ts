import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenantId, tenantPolicy } from "@/db/columns";
import { tenants } from "./tenants";

/** What is to be done in the background for one thing by itself: begun later, or tried again after it failed. */
export const errands = pgTable(
  "errands",
  {
    tenantId: tenantId(),
    work: text("work").notNull(),
    /** A conversation in most works, and gone with it; else what the work says. */
    itemId: uuid("item_id").notNull(),
    dueAt: instant("due_at").notNull().default(sql`now()`),
    /** How often it failed in a row. */
    failures: integer("failures").notNull().default(0),
    /** Of the last failure: a domain's code or an SQLSTATE, never a message. */
    code: text("code"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.work, t.itemId] }),
    index("errands_due").on(t.work, t.dueAt),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id], name: "errands_tenant" }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
