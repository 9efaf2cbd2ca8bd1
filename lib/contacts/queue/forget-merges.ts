import { lt } from "drizzle-orm";
import { contactMerges } from "@/db/schema";
import { withSystem } from "@/db/system";
import { oldestUndoable } from "@/lib/contacts/merge/undo-within";
import { type Loop, startLoop } from "@/lib/jobs";
import { HOUR } from "@/lib/time";

/** Forgets what merges changed once they cannot be taken back any more. */
export async function forgetOldMerges(now: Date = new Date()): Promise<number> {
  const gone = await withSystem((tx) => tx.delete(contactMerges).where(lt(contactMerges.at, oldestUndoable(now))));
  return gone.rowCount ?? 0;
}

export function startForgettingMerges(): Loop {
  return startLoop({
    name: "old merges",
    idleMs: HOUR,
    round: async () => {
      await forgetOldMerges();
      return false;
    },
  });
}
