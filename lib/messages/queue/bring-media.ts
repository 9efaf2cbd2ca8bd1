import { withTenant } from "@/db/tenant";
import { log } from "@/lib/log";
import { bringToMeta, forgetHandles, knownHandles } from "@/lib/media";
import { uploadIdsOf } from "@/lib/messages/own-media";
import { MINUTE } from "@/lib/time";
import type { Accepted, Graph, GraphResult } from "@/lib/whatsapp";
import { type MessageContent, withMedia } from "@/lib/whatsapp/types";
import { type Attempt, LEASE_MS } from "./claim";
import { type Decision, decide, decideUpload } from "./decide";

/** Longer than the slowest upload; after that another loop begins it anew. */
const UPLOAD_MS = 3 * MINUTE;

export type Brought =
  | { kind: "ready"; content: MessageContent; isReused: boolean }
  | { kind: "not_ready"; decision: Decision };

/**
 * Sees to it that Meta has the files of a message, and names them by Meta's ids. While a file is on its way the message
 * stands back in the queue, as nothing of it can have reached the customer: whoever finds it after a crash may begin anew.
 */
export async function bringMedia(attempt: Attempt, graph: Graph, content: MessageContent): Promise<Brought> {
  const uploadIds = [...new Set(uploadIdsOf(content))];
  if (uploadIds.length === 0) return { kind: "ready", content, isReused: false };
  const handles = await knownHandles(attempt, uploadIds);
  const missing = uploadIds.filter((id) => !handles.has(id));
  if (missing.length > 0) {
    await standBack(attempt);
    for (const uploadId of missing) {
      const result = await bringToMeta({ ...attempt, graph }, uploadId);
      if (!result.ok) return { kind: "not_ready", decision: decideUpload(result, attempt.attempts, new Date()) };
      handles.set(uploadId, result.value.id);
    }
    // Lost to another loop, or failed meanwhile: then this decision counts for nothing either.
    if (!(await stepForward(attempt))) return { kind: "not_ready", decision: { kind: "held_up", delayMs: 0 } };
  }
  const named = withMedia(content, (medium) => ({ ...medium, id: handles.get(medium.id) ?? medium.id }));
  return { kind: "ready", content: named, isReused: missing.length < uploadIds.length };
}

const MOST_ATTEMPTS = 5;
const aboutMedia = new Set([100, 131_008, 131_009, 131_052, 131_053]);

/** An id that was used before may be gone at Meta, whatever it promised: then the file is brought once more. */
export async function decideWithMedia(
  result: GraphResult<Accepted>,
  attempt: Attempt,
  { content, isReused }: { content: MessageContent; isReused: boolean },
): Promise<Decision> {
  const decision = decide(result, attempt.attempts, new Date());
  const mayBeGone = decision.kind === "failed" && isReused && aboutMedia.has(decision.code ?? 0);
  if (!mayBeGone || attempt.attempts >= MOST_ATTEMPTS) return decision;
  try {
    await forgetHandles(attempt, uploadIdsOf(content));
    return { kind: "retry", delayMs: 0 };
  } catch (error) {
    // Meta's answer is known, so what fails here must not make it look as if it were not.
    log().error({ error, messageId: attempt.messageId }, "Ids of media could not be forgotten.");
    return decision;
  }
}

async function standBack({ tenantId, messageId, leaseToken }: Attempt): Promise<void> {
  await withTenant({ tenantId }, (tx) =>
    tx.$client.query({
      name: "stand_back",
      text: `update outbox set state = 'queued', not_before = now() + $4 * interval '1 millisecond'
       where tenant_id = $1 and message_id = $2 and lease_token = $3 and state = 'sending'`,
      values: [tenantId, messageId, leaseToken, UPLOAD_MS],
    }),
  );
}

async function stepForward({ tenantId, messageId, leaseToken }: Attempt): Promise<boolean> {
  return withTenant({ tenantId }, async (tx) => {
    const { rowCount } = await tx.$client.query({
      name: "step_forward",
      text: `update outbox set state = 'sending', not_before = now(),
         leased_until = now() + $4 * interval '1 millisecond'
       where tenant_id = $1 and message_id = $2 and lease_token = $3 and state = 'queued'`,
      values: [tenantId, messageId, leaseToken, LEASE_MS],
    });
    return rowCount === 1;
  });
}
