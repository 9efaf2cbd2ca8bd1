import { windowOpening } from "@/lib/inbound/rules/effective-time";
import { HOUR } from "@/lib/time";
import type { ContactOf } from "./resolve-contacts";
import type { Arrival, ChannelWork } from "./work";

/** A customer who comes through an ad is free to answer for three days. */
const FREE_ENTRY_MS = 72 * HOUR;

type Window = { openedAtMs: number; freeUntilMs: number | null };

/**
 * What a customer writes, or a call of theirs, opens Meta's window for the contact and channel, also while another
 * responder has the thread. A reaction is not counted: too short a window costs a template, too long a one a failure.
 */
export async function openWindows(work: ChannelWork, arrivals: Arrival[], contactOf: ContactOf): Promise<void> {
  const windows = new Map<string, Window>();
  for (const arrival of arrivals) {
    const contactId = contactOf(arrival);
    if (contactId === null || !opens(arrival)) continue;
    const before = windows.get(contactId);
    const openedAtMs = Math.max(before?.openedAtMs ?? 0, windowOpening(arrival.atMs, arrival.arrivedAtMs));
    windows.set(contactId, { openedAtMs, freeUntilMs: later(before?.freeUntilMs ?? null, freeUntil(arrival)) });
  }
  if (windows.size === 0) return;
  const list = [...windows].sort(([one], [other]) => (one < other ? -1 : 1));
  const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  await work.tx.$client.query({
    name: "open_service_windows",
    text: `
      insert into service_windows as w (tenant_id, channel_id, contact_id, opened_at, free_until)
      select $1, $2, v.* from unnest($3::uuid[], $4::timestamptz[], $5::timestamptz[]) as v
      on conflict (tenant_id, contact_id, channel_id) do update set
        opened_at = greatest(w.opened_at, excluded.opened_at), free_until = greatest(w.free_until, excluded.free_until)`,
    values: [
      work.tenantId,
      work.channel.channelId,
      list.map(([contactId]) => contactId),
      list.map(([, { openedAtMs }]) => instant(openedAtMs)),
      list.map(([, { freeUntilMs }]) => instant(freeUntilMs)),
    ],
  });
}

function opens({ item }: Arrival): boolean {
  return item.groupId === null && (item.kind === "message" || (item.kind === "call" && item.direction === "inbound"));
}

function freeUntil({ item, atMs }: Arrival): number | null {
  return item.kind === "message" && item.referral !== null ? atMs + FREE_ENTRY_MS : null;
}

function later(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
