import { and, eq, isNull, sql } from "drizzle-orm";
import { departments, serviceLevelPolicies, serviceLevels, serviceWindows } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { type ConversationRow, windowClosesAt } from "@/lib/conversations";
import { hoursOf } from "@/lib/hours";
import { clockOf } from "./rules/clock";
import type { Facts, Measure, Running } from "./rules/timers-after";

type Present = { facts: Facts; running: Running[]; measure: Omit<Measure, "at" | "now"> };

/** What people and other systems of ours wrote: what the software says by itself answers nobody. */
const ourAnswers = sql`m.direction = 'out' and m.author in ('member', 'api', 'phone_app') and m.type <> 'reaction'
  and m.status not in ('scheduled', 'cancelled')`;

/** Everything that decides about the promises of a conversation whose row the caller has locked. */
export async function readPresentOf(tx: Transaction, row: ConversationRow): Promise<Present> {
  const { tenantId, id, contactId, channelId, departmentId, waitingSince } = row;
  const inThread = sql`m.tenant_id = ${tenantId} and m.conversation_id = ${id}`;
  const [chosen] =
    departmentId === null
      ? []
      : await tx
          .select({ policy: serviceLevelPolicies })
          .from(departments)
          .innerJoin(
            serviceLevelPolicies,
            and(
              eq(serviceLevelPolicies.tenantId, departments.tenantId),
              eq(serviceLevelPolicies.id, departments.serviceLevelPolicyId),
            ),
          )
          .where(and(eq(departments.tenantId, tenantId), eq(departments.id, departmentId)));
  const hours = chosen?.policy.inHours ? await hoursOf(tx, { tenantId }, { departmentId, channelId }) : null;
  const [window] = await tx
    .select({
      openedAt: serviceWindows.openedAt,
      wasAnswered: sql<boolean>`exists (select from messages m where ${inThread} and ${ourAnswers}
        and m.at < ${(waitingSince ?? new Date()).toISOString()}::timestamptz)`,
      wasResolved: sql<boolean>`exists (select from service_levels l where l.tenant_id = ${tenantId}
        and l.conversation_id = ${id} and l.kind = 'resolution' and l.met_at is not null)`,
    })
    .from(sql`(select 1) one`)
    .leftJoin(
      serviceWindows,
      and(
        eq(serviceWindows.tenantId, tenantId),
        eq(serviceWindows.contactId, contactId),
        eq(serviceWindows.channelId, channelId),
      ),
    );
  const running = await tx
    .select({
      level: serviceLevels,
      answeredAt: sql`(select min(m.at) from messages m where ${inThread} and ${ourAnswers}
        and m.at >= ${serviceLevels.startedAt})`.mapWith((value) => new Date(value)),
    })
    .from(serviceLevels)
    .where(
      and(
        eq(serviceLevels.tenantId, tenantId),
        eq(serviceLevels.conversationId, id),
        isNull(serviceLevels.metAt),
        isNull(serviceLevels.cancelledAt),
      ),
    );
  return {
    facts: {
      ...row,
      isSpam: row.spamAt !== null,
      windowClosesAt: window?.openedAt ? windowClosesAt(window.openedAt) : null,
      wasAnswered: window?.wasAnswered ?? false,
      wasResolved: window?.wasResolved ?? false,
    },
    running: running.map(({ level, answeredAt }) => ({ ...level, answeredAt })),
    measure: { policy: chosen?.policy ?? null, clock: clockOf(hours) },
  };
}
