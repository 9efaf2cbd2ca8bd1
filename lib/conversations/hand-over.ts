import { and, eq } from "drizzle-orm";
import { members } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findDepartment } from "@/lib/departments";
import { ConflictError, InvalidError, NotFoundError } from "@/lib/errors";
import type { Through } from "@/lib/routing/types";
import { changeConversation } from "./change";
import { type ConversationRow, findConversation } from "./find";
import { readSummary } from "./read";

export type HandOver = {
  conversationId: string;
  /** A member's id, `me`, or null for the queue. */
  assigneeId: string | null;
  departmentId?: string | null | undefined;
  /** Whom the asker saw in charge. */
  expectedAssigneeId?: string | null | undefined;
  undoId?: string | undefined;
  /** What it is part of, where it is not for just this conversation. */
  through?: Through | undefined;
};

/** Puts a conversation into other hands; answers with what it was and what it is. */
export async function handOver(
  tx: Transaction,
  actor: Actor,
  { conversationId, departmentId, undoId, through, ...wanted }: HandOver,
): Promise<{ before: ConversationRow; after: ConversationRow }> {
  const assigneeId = assigneeOf(actor, wanted.assigneeId);
  // Before the conversation: whoever deactivates a member takes the same locks in the same order.
  await findTargets(tx, actor, assigneeId, departmentId);
  const before = await findConversation(tx, actor, conversationId, { lock: true });
  authorizeHandOver(actor, before, assigneeId);
  const expected = expectedAssignee(actor, before, assigneeId, wanted.expectedAssigneeId);
  const isOthers = expected !== undefined && expected !== before.assigneeId;
  if (before.state === "resolved" || isOthers) throw await lostRace(tx, actor, before.id);
  const changes = {
    assigneeId,
    departmentId: departmentId === undefined ? before.departmentId : departmentId,
    state: assigneeId === null ? "queued" : "open",
    snoozedUntil: null,
  } as const;
  return {
    before,
    after: await changeConversation(tx, actor, before, changes, { undoId, by: through && { through } }),
  };
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
      .where(and(eq(members.tenantId, actor.tenantId), eq(members.id, assigneeId), eq(members.status, "active")))
      .for("share");
    if (!member) throw new NotFoundError("member");
  }
  if (departmentId) await findDepartment(tx, actor, departmentId);
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
