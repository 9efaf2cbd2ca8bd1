import type * as z from "zod";
import { type Actor, authorize } from "@/lib/auth";
import { DomainError } from "@/lib/errors";
import type { Through } from "@/lib/routing/types";
import { assignConversation } from "./assign";
import { labelConversation } from "./label";
import { prioritiseConversation } from "./prioritise";
import { resolveConversation } from "./resolve";
import type { ActOnConversations } from "./schemas";
import { snoozeConversation } from "./snooze";
import { markSpam } from "./spam";
import type { Act, ActOutcome, ConversationSummary } from "./types";

type Input = z.output<typeof ActOnConversations.input>;

/** One act on many conversations, each by itself: what one refuses does not keep the others. */
export async function actOnConversations(actor: Actor, input: Input): Promise<{ results: ActOutcome[] }> {
  authorize(actor, "conversations.answer");
  const { act, undoId } = input;
  const results: ActOutcome[] = [];
  const through: Through | undefined = input.conversationIds.length > 1 ? { kind: "bulk" } : undefined;
  for (const conversationId of new Set(input.conversationIds)) {
    results.push(await outcomeOf(conversationId, () => actOn(actor, { conversationId, act, undoId, through })));
  }
  return { results };
}

type Place = {
  conversationId: string;
  act: Act;
  undoId?: string | undefined;
  /** What it is part of. */
  through?: Through | undefined;
};

/** The verb behind an act. */
export function actOn(actor: Actor, { act, through, ...place }: Place): Promise<ConversationSummary> {
  switch (act.kind) {
    case "assign":
      return assignConversation(
        actor,
        { ...place, assigneeId: act.assigneeId, departmentId: act.departmentId },
        { through },
      );
    case "label":
      return labelConversation(actor, { ...place, add: act.add, remove: act.remove });
    case "prioritise":
      return prioritiseConversation(actor, { ...place, priority: act.priority });
    case "snooze":
      return snoozeConversation(actor, { ...place, until: act.until, timeZone: act.timeZone });
    case "resolve":
      return resolveConversation(actor, { ...place, reason: act.reason, note: act.note });
    case "spam":
      return markSpam(actor, { ...place, isSpam: act.isSpam });
  }
}

/** A refusal in words; whatever else goes wrong goes wrong for all. */
export async function outcomeOf(conversationId: string, work: () => Promise<unknown>): Promise<ActOutcome> {
  try {
    await work();
    return { conversationId, outcome: "done", code: null, reason: null, details: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message: reason, details = null } = error;
    return { conversationId, outcome: "refused", code, reason, details };
  }
}
