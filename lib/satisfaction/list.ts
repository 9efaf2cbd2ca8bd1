import { and, asc, desc, eq, gt, isNotNull, lt, or, sql } from "drizzle-orm";
import type * as z from "zod";
import { contacts, conversations, departments, members, surveys } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize, can } from "@/lib/auth";
import { displayName } from "@/lib/contacts";
import { visibleTo } from "@/lib/conversations";
import { cutPage, readCursor, TimePlace } from "@/lib/paging";
import type { ListSurveys } from "./schemas";
import type { SurveyAnswer } from "./types";

type Input = z.output<typeof ListSurveys.input>;

/** Who may not read everybody's reads those of the conversations they had. */
export async function listSurveys(
  actor: Actor,
  { contactId, departmentId, memberId, cursor, limit }: Input,
): Promise<{ items: SurveyAnswer[]; nextCursor: string | null }> {
  authorize(actor, "conversations.read");
  const { tenantId } = actor;
  const own = can(actor, "satisfaction.read") ? visibleTo(actor) : eq(surveys.memberId, actor.id);
  const phone = sql<string | null>`(select i.value from contact_identities i where i.tenant_id = ${tenantId}
    and i.contact_id = ${surveys.contactId} and i.kind = 'phone' and i.valid_to is null order by i.last_seen_at desc limit 1)`;
  const behind = readCursor(cursor, TimePlace);
  const rows = await withTenant(actor, (tx) =>
    tx
      .select({ survey: surveys, contact: contacts, phone, department: departments.name, member: members.name })
      .from(surveys)
      .innerJoin(conversations, and(eq(conversations.tenantId, tenantId), eq(conversations.id, surveys.conversationId)))
      .innerJoin(contacts, and(eq(contacts.tenantId, tenantId), eq(contacts.id, surveys.contactId)))
      .leftJoin(departments, and(eq(departments.tenantId, tenantId), eq(departments.id, surveys.departmentId)))
      .leftJoin(members, and(eq(members.tenantId, tenantId), eq(members.id, surveys.memberId)))
      .where(
        and(
          eq(surveys.tenantId, tenantId),
          isNotNull(surveys.answeredAt),
          own,
          contactId ? eq(surveys.contactId, contactId) : undefined,
          departmentId ? eq(surveys.departmentId, departmentId) : undefined,
          memberId ? eq(surveys.memberId, memberId) : undefined,
          behind && isBehind(behind),
        ),
      )
      .orderBy(desc(surveys.answeredAt), asc(surveys.id))
      .limit(limit + 1),
  );
  const { shown, nextCursor } = cutPage(rows, limit, ({ survey }) => [
    survey.answeredAt?.toISOString() ?? "",
    survey.id,
  ]);
  const items = shown.map(({ survey, contact, phone, department, member }) => ({
    id: survey.id,
    conversationId: survey.conversationId,
    contact: { id: survey.contactId, name: displayName({ ...contact, phone }) },
    department: survey.departmentId === null ? null : { id: survey.departmentId, name: department ?? "" },
    member: survey.memberId === null ? null : { id: survey.memberId, name: member ?? "" },
    score: survey.score ?? 0,
    comment: survey.comment,
    answeredAt: survey.answeredAt?.toISOString() ?? "",
  }));
  return { items, nextCursor };
}

function isBehind([time, id]: [string, string]) {
  const at = new Date(time);
  return or(lt(surveys.answeredAt, at), and(eq(surveys.answeredAt, at), gt(surveys.id, id)));
}
