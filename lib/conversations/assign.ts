import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import type { Through } from "@/lib/routing/types";
import { handOver } from "./hand-over";
import { readSummary } from "./read";
import type { AssignConversation } from "./schemas";
import type { ConversationSummary } from "./types";

type AssignInput = z.output<typeof AssignConversation.input>;

/** Claims, transfers, takes over or puts back in the queue. Of two who claim at once one wins; the other is told who. */
export async function assignConversation(
  actor: Actor,
  input: AssignInput,
  { through }: { through?: Through | undefined } = {},
): Promise<ConversationSummary> {
  authorize(actor, "conversations.assign");
  return withTenant(actor, async (tx) => {
    await handOver(tx, actor, { ...input, through });
    return readSummary(tx, actor, input.conversationId);
  });
}
