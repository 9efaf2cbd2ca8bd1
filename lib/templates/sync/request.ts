import { and, eq, isNotNull } from "drizzle-orm";
import type * as z from "zod";
import { channels, type templateSyncs } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { onCommit, type Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { ConflictError, NotFoundError } from "@/lib/errors";
import type { SyncTemplates } from "@/lib/templates/schemas";
import type { TemplateSync } from "@/lib/templates/types";
import { wakeTemplateSync } from "@/lib/templates/wake";
import { toSync } from "./to-sync";

/** Asks for the lists of all accounts, or of one number's; what is being read already is not read twice. */
export async function syncTemplates(
  actor: Actor,
  { channelId }: z.output<typeof SyncTemplates.input>,
): Promise<{ items: TemplateSync[] }> {
  authorize(actor, "templates.sync");
  return withTenant(actor, async (tx) => {
    const wabaIds = await accountsOf(tx, actor, channelId);
    if (wabaIds.length === 0) {
      throw new ConflictError("No number is connected.", {
        code: "no_channel_connected",
        nextStep: "Connect a number in the settings first.",
      });
    }
    const { rows } = await tx.$client.query<typeof templateSyncs.$inferSelect>(
      `insert into template_syncs as s (tenant_id, waba_id) select $1, unnest($2::text[])
       on conflict (tenant_id, waba_id) do update set due_at = case when s.leased_until > now() then s.due_at
         else now() end, state = case when s.leased_until > now() then s.state else 'waiting' end
       returning waba_id as "wabaId", state, seen_count as "seenCount", started_at as "startedAt",
         finished_at as "finishedAt", failure`,
      [actor.tenantId, wabaIds],
    );
    onCommit(tx, wakeTemplateSync);
    return { items: rows.map(toSync) };
  });
}

async function accountsOf(tx: Transaction, { tenantId }: Actor, channelId: string | undefined): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ wabaId: channels.wabaId })
    .from(channels)
    .where(
      and(
        eq(channels.tenantId, tenantId),
        isNotNull(channels.tokenSealed),
        channelId ? eq(channels.id, channelId) : undefined,
      ),
    );
  if (channelId && rows.length === 0) throw new NotFoundError("channel");
  return rows.map(({ wabaId }) => wabaId);
}
