import { isPassing } from "@/lib/errors";
import { log } from "@/lib/log";
import { codeOf, type Errand, putOff } from "./put-off";

/** So many failures of the moment in one batch say that the database is gone, and not that one row is busy. */
const MOST_PASSING = 3;

/**
 * Does the same for each of many, so that one that cannot be done keeps no other waiting: it is put off, longer each time,
 * and the others go on. Answers with those that were done.
 *
 * @param lost says that somebody else is at them now: what is not begun is left
 * @throws the first failure that only the moment is to blame for, once the others have been done
 */
export async function eachByItself<Item extends Errand>(
  work: string,
  items: Iterable<Item>,
  run: (item: Item) => Promise<unknown>,
  lost?: AbortSignal,
): Promise<Item[]> {
  const done: Item[] = [];
  const passing: unknown[] = [];
  for (const item of items) {
    lost?.throwIfAborted();
    try {
      await run(item);
      done.push(item);
    } catch (error) {
      if (isPassing(error)) passing.push(error);
      else {
        const { tenantId, itemId } = item;
        log().error({ error, work, tenantId, itemId, code: codeOf(error) }, "An item failed and is put off.");
        await putOff(work, item, error);
      }
    }
    if (passing.length === MOST_PASSING) break;
  }
  if (passing.length > 0) throw passing[0];
  return done;
}
