import type { Transaction } from "@/db/transaction";
import { type AudienceMember, audienceOf, type ConversationRow } from "@/lib/conversations";
import { InvalidError } from "@/lib/errors";

/** Those whom a note calls. @throws {InvalidError} when one of them may not see the conversation, or is not there at all */
export async function findCalled(
  tx: Transaction,
  conversation: ConversationRow,
  mentionIds: string[],
): Promise<AudienceMember[]> {
  const wanted = [...new Set(mentionIds)];
  if (wanted.length === 0) return [];
  const audience = await audienceOf(tx, conversation);
  const called = audience.filter(({ id }) => wanted.includes(id));
  if (called.length === wanted.length) return called;
  throw new InvalidError("Somebody in this note may not see the conversation.", {
    code: "mention_cannot_see",
    fields: [{ path: "mentionIds", message: "should be members who may see the conversation" }],
    nextStep: "Leave them out, or transfer the conversation.",
  });
}
