import { withTenant } from "@/db/tenant";
import { makeConversation } from "./conversations";
import { makeTenant } from "./factories";

export type PairPlan = {
  keptIsAlive: boolean;
  goneIsAlive: boolean;
  goneIsAssigned: boolean;
  sharedLabel: boolean;
  sharedField: boolean;
  /** Whose, and whether it was granted; one after the other. */
  consents: [isGones: boolean, isGranted: boolean][];
  isBlocked: [kept: boolean, gone: boolean];
  names: [kept: string | null, gone: string | null];
  /** How many beside the first. */
  messages: [kept: number, gone: number];
};

/** Two contacts of one workspace with something in every table that a merge touches. */
export async function makePairOf(plan: PairPlan) {
  const tenant = await makeTenant({ channel: true });
  const stateOf = (isAlive: boolean, isAssigned: boolean) =>
    ({ state: isAlive ? (isAssigned ? "open" : "queued") : "resolved" }) as const;
  const kept = await makeConversation(tenant, stateOf(plan.keptIsAlive, false));
  const gone = await makeConversation(tenant, {
    ...stateOf(plan.goneIsAlive, plan.goneIsAssigned),
    assigneeId: plan.goneIsAssigned ? tenant.agent.id : null,
  });
  const { tenantId, channel } = tenant;
  await withTenant(tenant, async (tx) => {
    const ask = (sql: string, ...values: unknown[]) => tx.$client.query(sql, [tenantId, ...values]);
    await ask(
      "insert into labels (tenant_id, id, name, folded_name, colour) values ($1, uuidv7(), 'A', 'a', 'red'), ($1, uuidv7(), 'B', 'b', 'blue')",
    );
    await ask(`insert into contact_fields (tenant_id, name, folded_name, kind, choices, position)
    values ($1, 'City', 'city', 'text', '{}', 0), ($1, 'Size', 'size', 'number', '{}', 1)`);
    for (const [at, { id, contactId, messageId }] of [kept, gone].entries()) {
      const isGone = at === 1;
      await ask(
        "update contacts set name = $3, blocked_at = $4 where tenant_id = $1 and id = $2",
        contactId,
        plan.names[at],
        plan.isBlocked[at] ? new Date() : null,
      );
      if (plan.isBlocked[at]) {
        await ask(
          "insert into contact_blocks (tenant_id, contact_id, channel_id, actor, at) values ($1, $2, $3, 'member:x', now())",
          contactId,
          channel.id,
        );
      }
      await ask(
        `insert into messages (tenant_id, conversation_id, contact_id, channel_id, direction, author, type, content, preview, status, at)
       select $1, $2, $3, $4, 'out', 'member', 'text', '{}', 'x', 'sent', now() from generate_series(1, $5::int)`,
        id,
        contactId,
        channel.id,
        plan.messages[at],
      );
      await ask(
        "insert into conversation_labels (tenant_id, conversation_id, label_id) select $1, $2, id from labels where tenant_id = $1 and name = $3",
        id,
        isGone && !plan.sharedLabel ? "B" : "A",
      );
      await ask(
        "insert into contact_field_values (tenant_id, contact_id, field_id, value) select $1, $2, id, $4 from contact_fields where tenant_id = $1 and name = $3",
        contactId,
        isGone && !plan.sharedField ? "Size" : "City",
        String(at),
      );
      await ask(
        "insert into reactions (tenant_id, channel_id, target_wamid, author, contact_id, emoji, at) values ($1, $2, 'wamid.x', 'contact', $3, '👍', now() + $4 * interval '1 second')",
        channel.id,
        contactId,
        at,
      );
      await ask(
        "insert into drafts (tenant_id, member_id, conversation_id, text, edited_at) values ($1, $2, $3, $4, now())",
        tenant.agent.id,
        id,
        `draft ${at}`,
      );
      await ask(
        "insert into reminders (tenant_id, conversation_id, member_id, body, due_at) values ($1, $2, $3, 'r', now())",
        id,
        tenant.agent.id,
      );
      await ask(
        "insert into notes (tenant_id, conversation_id, author, author_id, body, at) values ($1, $2, 'member', $3, 'n', now())",
        id,
        tenant.agent.id,
      );
      await ask(
        "insert into mentions (tenant_id, note_id, member_id, name, conversation_id, at) select $1, id, $3, 'm', $2, now() from notes where tenant_id = $1 and conversation_id = $2",
        id,
        tenant.agent.id,
      );
      await ask(
        "insert into consent_confirmations (tenant_id, contact_id, channel_id, state, sent_at) values ($1, $2, $3, 'granted', now() + $4 * interval '1 second')",
        contactId,
        channel.id,
        at,
      );
      await ask(
        "insert into consents (tenant_id, contact_id, purpose, state, source, evidence, actor, at) values ($1, $2, 'service', 'granted', 'first_inbound', '{}', 'system:ingest', now())",
        contactId,
      );
      await ask(
        "insert into media (tenant_id, message_id, contact_id, channel_id, meta_media_id) values ($1, $2, $3, $4, $5)",
        messageId,
        contactId,
        channel.id,
        `media-${at}`,
      );
    }
    for (const [isGones, isGranted] of plan.consents) {
      await ask(
        "insert into consents (tenant_id, contact_id, purpose, state, source, evidence, actor, at) values ($1, $2, 'marketing', $3, 'email', '{}', 'member:x', clock_timestamp())",
        isGones ? gone.contactId : kept.contactId,
        isGranted ? "granted" : "withdrawn",
      );
    }
  });
  return { tenant, kept: kept.contactId, gone: gone.contactId };
}
