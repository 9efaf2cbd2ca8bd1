import { lt } from "drizzle-orm";
import { notes } from "@/db/schema";
import { withSystem } from "@/db/system";
import { type Loop, startLoop } from "@/lib/jobs";
import { RESTORABLE_MS } from "@/lib/notes/restorable";
import { MINUTE } from "@/lib/time";

const LOOK_EVERY_MS = 5 * MINUTE;

/** Removes notes whose deletion cannot be taken back any more, with the calls in them. */
export async function removeDeletedNotes(now: Date = new Date()): Promise<number> {
  const gone = await withSystem((tx) =>
    tx.delete(notes).where(lt(notes.deletedAt, new Date(now.getTime() - RESTORABLE_MS))),
  );
  return gone.rowCount ?? 0;
}

export function startNoteRemoval(): Loop {
  return startLoop({
    name: "deleted notes",
    idleMs: LOOK_EVERY_MS,
    round: async () => {
      await removeDeletedNotes();
      return false;
    },
  });
}
