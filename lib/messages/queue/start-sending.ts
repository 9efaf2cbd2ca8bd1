import { type Loop, startLoop } from "@/lib/jobs";
import { onSendingWanted } from "@/lib/messages/wake-sending";
import { makeAttempt } from "./attempt";
import { type Attempt, claimAttempts } from "./claim";
import { expireMessages } from "./expire";
import { OutcomeLanes } from "./outcome-lanes";
import { recordOutcomes } from "./record-outcomes";
import { releaseScheduled } from "./release-scheduled";
import { settleAmbiguous } from "./settle";

/** Calls under way at once, in all and for one number: a slow one cannot take every place. */
const MOST_CALLS = 256;
const MOST_CALLS_PER_CHANNEL = 64;
/** Messages written by other processes are found by looking. */
const IDLE_MS = 100;
const WATCH_MS = 1_000;

/** Sends what is in the outbox, for all tenants, and watches over what was sent without an answer. Several may run. */
export function startSending(): Loop {
  const underWay = new Map<string, Set<Promise<void>>>();
  const lanes = new OutcomeLanes(recordOutcomes);
  const count = () => [...underWay.values()].reduce((sum, { size }) => sum + size, 0);

  const send = async (attempt: Attempt) => {
    const decision = await makeAttempt(attempt);
    await lanes.write({ attempt, decision });
  };

  const start = (attempt: Attempt) => {
    const ofChannel = underWay.get(attempt.channelId) ?? new Set();
    underWay.set(attempt.channelId, ofChannel);
    const sent = send(attempt).finally(() => {
      ofChannel.delete(sent);
      if (ofChannel.size === 0) underWay.delete(attempt.channelId);
      loop.wake();
    });
    ofChannel.add(sent);
  };

  const round = async () => {
    const free = MOST_CALLS - count();
    // One claim for many places is cheaper than one for each place that becomes free.
    if (free < MOST_CALLS / 4) return false;
    const freeOf = (channelId: string) => MOST_CALLS_PER_CHANNEL - (underWay.get(channelId)?.size ?? 0);
    const attempts = await claimAttempts({ free, freeOf });
    attempts.forEach(start);
    return attempts.length > 0;
  };

  const loop = startLoop({ name: "send", round, idleMs: IDLE_MS });
  const watch = startLoop({ name: "settle", round: watchOver, idleMs: WATCH_MS });
  const unhear = onSendingWanted(loop.wake);
  return {
    wake: loop.wake,
    stop: async () => {
      unhear();
      await Promise.all([loop.stop(), watch.stop()]);
      lanes.giveUpOnFailure();
      await Promise.all([...underWay.values()].flatMap((sent) => [...sent]));
    },
  };
}

async function watchOver(): Promise<boolean> {
  await releaseScheduled();
  await settleAmbiguous();
  await expireMessages();
  return false;
}
