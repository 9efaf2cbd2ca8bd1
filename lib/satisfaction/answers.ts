import type { Transaction } from "@/db/transaction";
import type { NewEvent } from "@/lib/events";
import type { Awaited, Heard } from "./rules/hear-answer";

type Row = Awaited & { contactId: string };

/** The surveys that some contacts may still answer, by contact. */
export async function awaitedSurveys(
  tx: Transaction,
  { tenantId, channelId }: { tenantId: string; channelId: string },
  contactIds: string[],
): Promise<Map<string, Awaited[]>> {
  if (contactIds.length === 0) return new Map();
  const { rows } = await tx.$client.query<Row>({
    name: "awaited_surveys",
    text: `
      select s.id, s.contact_id as "contactId", s.conversation_id as "conversationId", s.member_id as "memberId",
        s.department_id as "departmentId", s.score, s.asked_at as "askedAt",
        s.comment_asked_at as "commentAskedAt", s.comment
      from surveys s join conversations c on c.tenant_id = s.tenant_id and c.id = s.conversation_id
      where s.tenant_id = $1 and c.channel_id = $2 and s.contact_id = any($3::uuid[]) and s.asked_at is not null
        and (s.score is null or (s.comment_asked_at is not null and s.comment is null))
      order by s.asked_at desc`,
    values: [tenantId, channelId, contactIds],
  });
  const byContact = new Map<string, Awaited[]>();
  for (const { contactId, ...survey } of rows) byContact.set(contactId, [...(byContact.get(contactId) ?? []), survey]);
  return byContact;
}

export type SurveyAnswered = Heard & {
  surveyId: string;
  contactId: string;
  channelId: string;
  messageId: string;
  at: Date;
};

/** In the transaction in which the message came: what was said of it before is not said again. Answers with what to tell. */
export async function recordAnswers(
  tx: Transaction,
  tenantId: string,
  answers: readonly SurveyAnswered[],
): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const { surveyId, score, comment, contactId, channelId, messageId, at } of answers) {
    const set = score === null ? "comment = $3, commented_at = $4" : "score = $3::int, answered_at = $4";
    const still = score === null ? "comment is null and score is not null" : "score is null";
    const { rows } = await tx.$client.query<{
      conversation: string;
      member: string | null;
      department: string | null;
      score: number;
    }>(
      `update surveys set ${set} where tenant_id = $1 and id = $2 and ${still}
       returning conversation_id as conversation, member_id as member, department_id as department, score`,
      [tenantId, surveyId, score ?? comment, at.toISOString()],
    );
    const [row] = rows;
    if (!row) continue;
    events.push({
      type: "survey.answered",
      ...{ conversationId: row.conversation, contactId, channelId, messageId },
      ...{ memberId: row.member, departmentId: row.department },
      payload: { surveyId, part: score === null ? "comment" : "score", score: score ?? row.score },
    });
  }
  return events;
}
