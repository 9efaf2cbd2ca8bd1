import { queueTimes } from "@/db/queue-times";
import type { Thread } from "@/lib/inbound/rules/thread";
import type { ChannelWork } from "./work";

const columns =
  "state, owner, responder, assignee_id, opened_at, resolved_at, waiting_since, unread_count, last_activity_at, last_message_id";
const types =
  "text[], text[], text[], uuid[], timestamptz[], timestamptz[], timestamptz[], int[], timestamptz[], uuid[]";
const arrays = (first: number) =>
  types
    .split(", ")
    .map((type, at) => `$${first + at}::${type}`)
    .join(", ");

/** Whom another responder has waits in no queue of ours. */
const OUR_STATE = "case when v.owner = 'us' then v.state end";
const arriving = queueTimes({ state: OUR_STATE, waitingSince: "v.waiting_since" });
const going = queueTimes({
  ...{ state: OUR_STATE, queuedSince: "c.queued_since", returnedAt: "c.returned_at", waitingSince: "v.waiting_since" },
});

/** Writes back the conversations that something came into: new ones, then those that were there. */
export async function saveThreads(work: ChannelWork, made: Thread[], touched: Thread[]): Promise<void> {
  const { tx, tenantId, channel } = work;
  if (made.length > 0) {
    await tx.$client.query({
      name: "insert_conversations",
      text: `
        insert into conversations (tenant_id, channel_id, id, contact_id, department_id, ${columns}, queued_since)
        select $1, $2, v.*, ${arriving.queuedSince}
        from unnest($3::uuid[], $4::uuid[], $5::uuid[], ${arrays(6)})
          as v (id, contact_id, department_id, ${columns})`,
      values: [
        tenantId,
        channel.channelId,
        made.map(({ id }) => id),
        made.map(({ contactId }) => contactId),
        made.map(({ departmentId }) => departmentId),
        ...valuesOf(made),
      ],
    });
  }
  if (touched.length > 0) {
    await tx.$client.query({
      name: "update_conversations",
      text: `
        update conversations c set (${columns}) = (${columns.replaceAll(/\w+/g, "v.$&")}),
          snoozed_until = case when v.state = 'snoozed' then c.snoozed_until end,
          queued_since = ${going.queuedSince}, returned_at = ${going.returnedAt},
          closing_reason = case when v.state = 'resolved' then c.closing_reason end,
          closing_note = case when v.state = 'resolved' then c.closing_note end
        from unnest($2::uuid[], ${arrays(3)}) as v (id, ${columns})
        where c.tenant_id = $1 and c.id = v.id`,
      values: [tenantId, touched.map(({ id }) => id), ...valuesOf(touched)],
    });
  }
}

function valuesOf(threads: Thread[]): unknown[] {
  const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  return [
    threads.map(({ state }) => state),
    threads.map(({ owner }) => owner),
    threads.map(({ owner, responder }) => (owner === "other" ? responder : null)),
    threads.map(({ assigneeId }) => assigneeId),
    threads.map(({ openedAtMs }) => instant(openedAtMs)),
    threads.map(({ resolvedAtMs }) => instant(resolvedAtMs)),
    threads.map(({ waitingSinceMs }) => instant(waitingSinceMs)),
    threads.map(({ unreadCount }) => unreadCount),
    threads.map(({ lastActivityMs }) => instant(lastActivityMs)),
    threads.map(({ last }) => last?.id ?? null),
  ];
}
