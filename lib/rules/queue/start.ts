import { startLoop } from "@/lib/jobs";
import { MINUTE, SECOND } from "@/lib/time";
import { deliverDue } from "./deliver-due";
import { dropOldRuns } from "./drop-old-runs";

/** Posts what rules have to post, and forgets old runs. */
export function startRuleQueue(): { stop: () => Promise<void> } {
  const posting = startLoop({ name: "rule webhooks", round: () => deliverDue(), idleMs: SECOND });
  const forgetting = startLoop({ name: "rule runs", round: dropOldRuns, idleMs: 10 * MINUTE });
  return {
    stop: async () => {
      await Promise.all([posting.stop(), forgetting.stop()]);
    },
  };
}
