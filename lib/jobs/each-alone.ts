import { isPassing } from "@/lib/errors";
import { log } from "@/lib/log";

/** By what a log line says which one failed. */
type Known = { tenantId?: string; conversationId?: string | null; id?: string };

/**
 * Does something for each. One that fails for a reason of its own is logged, and must not keep the others waiting: a
 * round that is done again from its beginning would never come past it.
 * @param lost says that somebody else is at them now: what is not begun is left
 * @throws what may pass by itself, so that it is tried again
 */
export async function eachAlone<Item extends Known>(
  what: string,
  items: Iterable<Item>,
  effect: (item: Item) => Promise<unknown>,
  lost?: AbortSignal,
): Promise<void> {
  for (const item of items) {
    lost?.throwIfAborted();
    try {
      await effect(item);
    } catch (error) {
      if (isPassing(error)) throw error;
      const { tenantId, conversationId, id } = item;
      log().error({ tenantId, conversationId, id, error }, `${what} failed.`);
    }
  }
}
