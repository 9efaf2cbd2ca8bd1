import { and, eq, ne, sql } from "drizzle-orm";
import type * as z from "zod";
import { conversations, departments, members } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { ConflictError, InvalidError, NotFoundError } from "@/lib/errors";
import { recordEvents } from "@/lib/events";
import { type ConversationRow, findConversation } from "./find";
import { readSummary } from "./read";
import type { AssignConversation } from "./schemas";
import type { ConversationSummary } from "./types";

type AssignInput = z.output<typeof AssignConversation.input>;

/** Claims, transfers, takes over or puts back in the queue. Of two who claim at once one wins; the other is told who. */
export async function assignConversation(actor: Actor, input: AssignInput): Promise<ConversationSummary> {
  authorize(actor, "conversations.assign");
  return withTenant(actor, async (tx) => {
    const before = await findConversation(tx, actor, input.conversationId, { lock: true });
    const assigneeId = assigneeOf(actor, input.assigneeId);
    authorizeHandOver(actor, before, assigneeId);
    await findTargets(tx, actor, assigneeId, input.departmentId);
    const expected = expectedAssignee(actor, before, assigneeId, input.expectedAssigneeId);
    const departmentId = input.departmentId === undefined ? before.departmentId : input.departmentId;
    const [after] = await tx
      .update(conversations)
      .set({ assigneeId, departmentId, state: assigneeId === null ? "queued" : "open" })
      .where(
        and(
          eq(conversations.tenantId, actor.tenantId),
          eq(conversations.id, before.id),
          ne(conversations.state, "resolved"),
          expected === undefined ? undefined : sql`${conversations.assigneeId} is not distinct from ${expected}::uuid`,
        ),
      )
      .returning();
    if (!after) throw await lostRace(tx, actor, before.id);
    await recordEvents(tx, actor, eventsOf(before, after));
    return readSummary(tx, actor, before.id);
  });
}

function assigneeOf(actor: Actor, assigneeId: string | null): string | null {
  if (assigneeId !== "me") return assigneeId;
  if (actor.kind === "member") return actor.id;
  throw new InvalidError("An API key cannot take a conversation.", {
    code: "not_a_member",
    nextStep: "Give a member's id instead of me.",
  });
}

/** Claiming and giving away one's own needs no more than `conversations.assign`. */
function authorizeHandOver(actor: Actor, before: ConversationRow, assigneeId: string | null): void {
  const toOneself = assigneeId === actor.id;
  const fromOneself = before.assigneeId === actor.id;
  if (!toOneself && !fromOneself) authorize(actor, "conversations.assignOthers");
}

/** A claim expects what was seen; without a word on that, that nobody has the conversation yet. */
function expectedAssignee(
  actor: Actor,
  before: ConversationRow,
  assigneeId: string | null,
  stated: string | null | undefined,
): string | null | undefined {
  if (stated !== undefined) return stated;
  if (assigneeId === actor.id) return before.assigneeId === actor.id ? actor.id : null;
  return before.assigneeId === actor.id ? actor.id : undefined;
}

async function findTargets(
  tx: Transaction,
  actor: Actor,
  assigneeId: string | null,
  departmentId: string | null | undefined,
): Promise<void> {
  if (assigneeId !== null) {
    const [member] = await tx
      .select({ id: members.id })
      .from(members)
      .where(and(eq(members.tenantId, actor.tenantId), eq(members.id, assigneeId), eq(members.status, "active")));
    if (!member) throw new NotFoundError("member");
  }
  if (departmentId) {
    const [department] = await tx
      .select({ id: departments.id })
      .from(departments)
      .where(and(eq(departments.tenantId, actor.tenantId), eq(departments.id, departmentId)));
    if (!department) throw new NotFoundError("department");
  }
}

async function lostRace(tx: Transaction, actor: Actor, conversationId: string): Promise<ConflictError> {
  const now = await readSummary(tx, actor, conversationId);
  if (now.state === "resolved") {
    return new ConflictError("This conversation is resolved.", {
      code: "conversation_resolved",
      nextStep: "Reopen it first.",
    });
  }
  const who = now.assignee?.name;
  return new ConflictError(who ? `${who} has this conversation.` : "This conversation went back to the queue.", {
    code: "conversation_taken",
    details: { assignee: now.assignee },
    nextStep: who ? "Take it over, or leave it." : "Claim it again.",
  });
}

function eventsOf(before: ConversationRow, after: ConversationRow) {
  const refs = {
    conversationId: after.id,
    contactId: after.contactId,
    channelId: after.channelId,
    departmentId: after.departmentId,
  };
  const moved = before.departmentId !== after.departmentId;
  const handed = before.assigneeId !== after.assigneeId;
  const previous = { previousAssigneeId: before.assigneeId, previousDepartmentId: before.departmentId };
  return [
    ...(moved ? [{ type: "conversation.transferred" as const, ...refs, payload: previous }] : []),
    ...(before.state === "queued" && after.state === "open"
      ? [{ type: "conversation.dequeued" as const, ...refs }]
      : []),
    ...(before.state !== "queued" && after.state === "queued"
      ? [{ type: "conversation.queued" as const, ...refs, payload: previous }]
      : []),
    ...(handed && after.assigneeId
      ? [{ type: "conversation.assigned" as const, ...refs, memberId: after.assigneeId, payload: previous }]
      : []),
  ];
}
