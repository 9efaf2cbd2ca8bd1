import { and, eq, inArray } from "drizzle-orm";
import { conversationLabels, labels } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { labelIdsOf } from "./facts";
import type { ConversationRow } from "./find";

/** Makes the labels of a locked conversation exactly these, as far as they still exist. Answers with what it has now. */
export async function setLabels(
  tx: Transaction,
  actor: Actor,
  conversation: ConversationRow,
  wantedIds: string[],
  told: Record<string, unknown> = {},
): Promise<string[]> {
  const { tenantId, id: conversationId, contactId, channelId, departmentId } = conversation;
  const present = await labelIdsOf(tx, conversation);
  const changed = [
    ...wantedIds.filter((id) => !present.includes(id)),
    ...present.filter((id) => !wantedIds.includes(id)),
  ];
  if (changed.length === 0) return present;
  const known = await tx
    .select({ id: labels.id, name: labels.name })
    .from(labels)
    .where(and(eq(labels.tenantId, tenantId), inArray(labels.id, changed)))
    .orderBy(labels.foldedName)
    .for("share");
  const added = known.filter(({ id }) => wantedIds.includes(id));
  const removed = known.filter(({ id }) => !wantedIds.includes(id));
  if (added.length > 0) {
    await tx
      .insert(conversationLabels)
      .values(added.map(({ id: labelId }) => ({ tenantId, conversationId, labelId })))
      .onConflictDoNothing();
  }
  if (removed.length > 0) {
    const ids = removed.map(({ id }) => id);
    await tx
      .delete(conversationLabels)
      .where(
        and(
          eq(conversationLabels.tenantId, tenantId),
          eq(conversationLabels.conversationId, conversationId),
          inArray(conversationLabels.labelId, ids),
        ),
      );
  }
  if (known.length > 0) {
    const refs = { conversationId, contactId, channelId, departmentId };
    // By name: the timeline still says it when a label is gone.
    const names = { added: added.map(nameOf), removed: removed.map(nameOf) };
    const payload = { ...names, addedIds: added.map(idOf), removedIds: removed.map(idOf), ...told };
    await recordEvent(tx, actor, { type: "conversation.labelled", ...refs, payload });
  }
  return labelIdsOf(tx, conversation);
}

function nameOf({ name }: { name: string }): string {
  return name;
}

function idOf({ id }: { id: string }): string {
  return id;
}
