import { DAY } from "@/lib/time";

/** For so long a merge can be taken back. */
export const UNDO_MERGE_WITHIN_MS = 7 * DAY;

export function oldestUndoable(now: Date): Date {
  return new Date(now.getTime() - UNDO_MERGE_WITHIN_MS);
}
