import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { inOneTrip } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation, readSummary, readTimelinePage } from "@/lib/conversations";
import { readMessagePage } from "@/lib/messages";
import { readNotePage } from "@/lib/notes";
import type { ReadThread } from "./schemas";
import { firstPages } from "./types";

/** What is on the screen once a conversation is opened, from one transaction and in few trips: people wait for it. */
export async function readThread(
  actor: Actor,
  { conversationId }: z.output<typeof ReadThread.input>,
): Promise<z.output<typeof ReadThread.output>> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) => {
    const row = await findConversation(tx, actor, conversationId);
    const [conversation, messages, notes, timeline] = await inOneTrip(
      readSummary(tx, actor, row.id),
      readMessagePage(tx, row, { limit: firstPages.messages }),
      readNotePage(tx, row, { limit: firstPages.notes }),
      readTimelinePage(tx, row, { limit: firstPages.timeline }),
    );
    return { conversation, messages, notes, timeline };
  });
}
