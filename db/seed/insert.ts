import type { PgTable } from "drizzle-orm/pg-core";
import {
  consents,
  contactIdentities,
  contacts,
  conversations,
  events,
  messages,
  reactions,
  routingDecisions,
  serviceWindows,
} from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import type { Rows } from "./history";

const CHUNK = 500;

/** Through the app's role, as everything else: under FORCE the owner of the tables would insert nothing. */
export async function insertRows(tenantId: string, rows: Rows): Promise<void> {
  const windows = new Map(rows.windows.map((row) => [`${row.contactId}|${row.channelId}`, row]));
  await withTenant({ tenantId }, async (tx) => {
    await insertAll(tx, contacts, rows.contacts);
    await insertAll(tx, contactIdentities, rows.identities);
    await insertAll(tx, serviceWindows, [...windows.values()]);
    await insertAll(tx, consents, rows.consents);
    await insertAll(tx, conversations, rows.conversations);
    await insertAll(tx, messages, rows.messages);
    await insertAll(tx, reactions, rows.reactions);
    await insertAll(tx, routingDecisions, rows.decisions);
    await insertAll(tx, events, rows.events);
  });
}

async function insertAll<T extends PgTable>(tx: Transaction, table: T, rows: T["$inferInsert"][]): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) await tx.insert(table).values(rows.slice(at, at + CHUNK));
}
