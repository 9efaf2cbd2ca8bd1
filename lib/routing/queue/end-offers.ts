import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { endOffer, type StandingOffer } from "@/lib/routing/offers/end";
import { earliest } from "@/lib/routing/rules/plan";
import { waitsInQueue } from "@/lib/routing/waits-in-queue";

type Row = StandingOffer & { expires_at: Date; is_asked: boolean };

/** Ends the offers whose time is over, and those that nobody can accept any more. Answers when the next is due. */
export async function endOffers(tx: Transaction, actor: Actor, now: Date): Promise<number | null> {
  const { rows } = await tx.$client.query<Row>({
    name: "load_standing_offers",
    text: `
      select o.id, o.conversation_id as "conversationId", o.member_id as "memberId", c.contact_id as "contactId",
        c.channel_id as "channelId", c.department_id as "departmentId", o.expires_at,
        ${waitsInQueue("c")} and m.status = 'active'
          and exists (select from queues q
            where q.tenant_id = $1 and q.department_id = c.department_id and q.mode = 'offer')
          and exists (select from department_members dm
            where dm.tenant_id = $1 and dm.member_id = o.member_id and dm.department_id = c.department_id)
          and exists (select from availability a where a.tenant_id = $1 and a.member_id = o.member_id
            and a.until is null and a.state = 'online') as is_asked
      from offers o
      join conversations c on c.tenant_id = $1 and c.id = o.conversation_id
      join members m on m.tenant_id = $1 and m.id = o.member_id
      where o.tenant_id = $1 and o.outcome is null
      order by o.id`,
    values: [actor.tenantId],
  });
  const due: number[] = [];
  for (const offer of rows) {
    if (!offer.is_asked) await endOffer(tx, actor, offer, "withdrawn", now);
    else if (offer.expires_at <= now) await endOffer(tx, actor, offer, "expired", now);
    else due.push(offer.expires_at.getTime());
  }
  return earliest(due);
}
