import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { isPassing, sqlStateOf } from "@/lib/errors";
import { log } from "@/lib/log";
import { tenantSealer } from "@/lib/vault";
import { applyGroup } from "./apply-group";
import { insertItems } from "./insert-items";
import type { Arrival, Group } from "./work";

/** After a group failed: one item at a time, so that the one which cannot be applied costs its neighbours nothing. */
export async function applyOneByOne(group: Group): Promise<void> {
  for (const arrival of group.arrivals) {
    try {
      await applyGroup({ ...group, arrivals: [arrival] });
    } catch (error) {
      if (isPassing(error)) throw error;
      log().error({ error, kind: arrival.item.kind }, "A webhook item could not be applied and is set aside.");
      await setAside(group, arrival, error);
    }
  }
}

async function setAside({ tenantId, channel }: Group, arrival: Arrival, error: unknown): Promise<void> {
  const seal = await tenantSealer(tenantId);
  const state = sqlStateOf(error);
  const reason = `It could not be applied${state ? ` (database error ${state})` : ""}. It can be replayed.`;
  await withTenant({ tenantId }, (tx) =>
    insertItems(
      {
        tx,
        tenantId,
        actor: systemActor(tenantId, "ingest"),
        arrivals: [arrival],
        results: new Map([[arrival, { outcome: "set_aside", reason, contactId: null }]]),
        events: [],
      },
      channel?.channelId ?? null,
      seal,
    ),
  );
}
