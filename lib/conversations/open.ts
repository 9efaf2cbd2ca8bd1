import { and, eq, ne, sql } from "drizzle-orm";
import { queueTimes } from "@/db/queue-times";
import { conversations } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { ConflictError } from "@/lib/errors";
import { recordEvents } from "@/lib/events";
import { newId } from "@/lib/ids";
import { decideGiven } from "./decisions/given";
import { keepDecisions } from "./decisions/keep";
import { maySee } from "./visibility";

type Wanted = { contactId: string; channelId: string; departmentId: string | null };

/**
 * The living conversation with a contact on a channel, else a new one in the hands of the member who asks; a key's
 * waits in the queue. The caller has authorised the actor.
 *
 * @throws {ConflictError} when there is one that the asker may not see
 */
export async function openConversation(tx: Transaction, actor: Actor, wanted: Wanted): Promise<string> {
  const { contactId, channelId, departmentId } = wanted;
  const [living] = await tx
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.tenantId, actor.tenantId),
        eq(conversations.contactId, contactId),
        eq(conversations.channelId, channelId),
        ne(conversations.state, "resolved"),
      ),
    )
    .for("update");
  if (living) {
    if (maySee(actor, living)) return living.id;
    throw new ConflictError("This contact has an open conversation which you do not see.", {
      code: "conversation_elsewhere",
      nextStep: "Ask a manager to bring you in.",
    });
  }
  const id = newId();
  const now = new Date();
  const assigneeId = actor.kind === "member" ? actor.id : null;
  const state = assigneeId ? "open" : "queued";
  await tx.insert(conversations).values({
    ...{ tenantId: actor.tenantId, id, contactId, channelId, departmentId, state, assigneeId },
    openedAt: now,
    queuedSince: sql.raw(queueTimes({ state: `'${state}'`, waitingSince: "null" }).queuedSince),
    lastAssigneeId: assigneeId,
    lastActivityAt: now,
  });
  const given = {
    conversationId: id,
    departmentId,
    memberId: assigneeId ?? "",
    way: "started",
    through: null,
  } as const;
  const decided = await decideGiven(tx, actor, assigneeId ? [given] : [], now);
  const [told] = await keepDecisions(tx, actor, decided, now);
  const refs = { conversationId: id, contactId, channelId, departmentId };
  await recordEvents(tx, actor, [
    { type: "conversation.opened", ...refs, memberId: assigneeId, payload: { state, owner: "us", by: "us" } },
    assigneeId
      ? { type: "conversation.assigned", ...refs, memberId: assigneeId, payload: { previousAssigneeId: null, ...told } }
      : { type: "conversation.queued", ...refs },
  ]);
  return id;
}
