import type { Thread } from "@/lib/inbound/rules/thread";
import type { ChannelWork } from "./work";

type Row = {
  id: string;
  contact_id: string;
  department_id: string | null;
  assignee_id: string | null;
  state: string;
  owner: "us" | "other";
  responder: string | null;
  opened_at: Date;
  resolved_at: Date | null;
  is_spam: boolean;
  waiting_since: Date | null;
  unread_count: number;
  last_activity_at: Date;
  last_message_id: string | null;
  last_at: Date | null;
  last_direction: "in" | "out" | null;
  assignee_is_online: boolean;
  is_routed: boolean;
};

/** The latest conversation of each contact on the channel, the one that is not resolved first; locked, in one order. */
export async function loadThreads(
  { tx, tenantId, channel }: ChannelWork,
  contactIds: string[],
): Promise<Map<string, Thread>> {
  if (contactIds.length === 0) return new Map();
  // A statement that waits for a lock goes on with the row as it then is, but sees of other tables what was before.
  const { rows: locked } = await tx.$client.query<{ id: string }>({
    name: "lock_threads",
    text: `
      select c.id from unnest($3::uuid[]) as wanted (contact_id)
      cross join lateral (
        select latest.id from conversations latest
        where latest.tenant_id = $1 and latest.contact_id = wanted.contact_id and latest.channel_id = $2
        order by (latest.state = 'resolved'), latest.opened_at desc limit 1) as latest
      join conversations c on c.tenant_id = $1 and c.id = latest.id
      order by c.id
      for update of c`,
    values: [tenantId, channel.channelId, contactIds],
  });
  if (locked.length === 0) return new Map();
  const { rows } = await tx.$client.query<Row>({
    name: "load_threads",
    text: `
      select c.id, c.contact_id, c.department_id, c.assignee_id, c.state, c.owner, c.responder, c.opened_at, c.resolved_at,
        c.spam_at is not null as is_spam,
        c.waiting_since, c.unread_count, c.last_activity_at, c.last_message_id,
        m.at as last_at, m.direction as last_direction,
        exists (
          select from availability a join members who on who.tenant_id = a.tenant_id and who.id = a.member_id
          where a.tenant_id = $1 and a.member_id = c.assignee_id and a.until is null and a.state = 'online'
            and who.status = 'active') as assignee_is_online,
        exists (
          select from queues q
          where q.tenant_id = $1 and q.department_id = c.department_id and q.mode in ('push', 'offer')) as is_routed
      from unnest($2::uuid[]) as locked (id)
      join conversations c on c.tenant_id = $1 and c.id = locked.id
      left join messages m on m.tenant_id = $1 and m.id = c.last_message_id`,
    values: [tenantId, locked.map(({ id }) => id)],
  });
  return new Map(rows.map((row) => [row.contact_id, threadOf(row)]));
}

function threadOf(row: Row): Thread {
  const hasLast = row.last_message_id !== null && row.last_at !== null && row.last_direction !== null;
  return {
    id: row.id,
    contactId: row.contact_id,
    departmentId: row.department_id,
    assigneeId: row.assignee_id,
    state: row.state,
    owner: row.owner,
    responder: row.responder,
    openedAtMs: row.opened_at.getTime(),
    resolvedAtMs: row.resolved_at?.getTime() ?? null,
    isSpam: row.is_spam,
    waitingSinceMs: row.waiting_since?.getTime() ?? null,
    unreadCount: row.unread_count,
    lastActivityMs: row.last_activity_at.getTime(),
    last: hasLast
      ? { id: row.last_message_id ?? "", atMs: row.last_at?.getTime() ?? 0, direction: row.last_direction ?? "in" }
      : null,
    assigneeIsOnline: row.assignee_is_online,
    isRouted: row.is_routed,
  };
}
