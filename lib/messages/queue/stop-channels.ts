import type { Transaction } from "@/db/transaction";
import { recordEvents } from "@/lib/events";
import type { Outcome } from "./record-outcomes";

type Sender = { tenantId: string; kind: string; id: string };

/** Halts sending from a number, never its receiving. A token replaced since the attempt is not blamed for the old one. */
export async function stopChannels(tx: Transaction, actor: Sender, stopped: Outcome<"stop_channel">[]): Promise<void> {
  const first = new Map(stopped.map((outcome) => [outcome.attempt.channelId, outcome]));
  for (const { attempt, decision } of first.values()) {
    const { rowCount } = await tx.$client.query(
      `update channels set state = 'stopped', stopped_code = $4, stopped_at = now()
       where tenant_id = $1 and id = $2 and state = 'active' and token_sealed = $3`,
      [actor.tenantId, attempt.channelId, attempt.tokenSealed, decision.code],
    );
    if (rowCount === 0) continue;
    await recordEvents(tx, actor, [
      { type: "channel.stopped", channelId: attempt.channelId, payload: { code: decision.code } },
    ]);
  }
}
