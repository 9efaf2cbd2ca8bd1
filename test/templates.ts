/** Templates at the simulator, and a reading of them as the job does it. */
import { claimSyncs } from "@/lib/templates/queue/claim";
import { runSync } from "@/lib/templates/queue/run-sync";
import type { RunningSimulator } from "@/simulator";
import { ownerQuery } from "./database";
import type { TestChannel } from "./factories";
import { control } from "./sending";

type Account = Pick<TestChannel, "wabaId">;

/** Adds or changes one at Meta. */
export async function setTemplate(simulator: RunningSimulator, { wabaId }: Account, facts: object): Promise<void> {
  await control(simulator, "templates", { wabaId, ...facts });
}

/** Without `name` all of them. */
export async function deleteTemplates(simulator: RunningSimulator, { wabaId }: Account, name?: string): Promise<void> {
  const query = new URLSearchParams({ wabaId, ...(name ? { name } : {}) });
  await fetch(`${simulator.url}/control/templates?${query}`, { method: "DELETE" });
}

/** Reads every list that is due, once. */
export async function syncDue(): Promise<void> {
  await Promise.all((await claimSyncs(100)).map(runSync));
}

export async function makeDue({ tenantId }: { tenantId: string }): Promise<void> {
  await ownerQuery("update template_syncs set due_at = now(), leased_until = null where tenant_id = $1", [tenantId]);
}

export type StoredTemplate = {
  id: string;
  name: string;
  language: string;
  status: string;
  category: string;
  quality: string | null;
  removed_at: Date | null;
};

export function templatesIn({ tenantId }: { tenantId: string }, name?: string): Promise<StoredTemplate[]> {
  return ownerQuery<StoredTemplate>(
    `select * from templates where tenant_id = $1 and ($2::text is null or name = $2) order by name, language`,
    [tenantId, name ?? null],
  );
}

/** The payloads of `template.changed`, in order. */
export async function templateEvents({ tenantId }: { tenantId: string }): Promise<Record<string, unknown>[]> {
  const rows = await ownerQuery<{ payload: Record<string, unknown> }>(
    "select payload from events where tenant_id = $1 and type = 'template.changed' order by seq",
    [tenantId],
  );
  return rows.map(({ payload }) => payload);
}
