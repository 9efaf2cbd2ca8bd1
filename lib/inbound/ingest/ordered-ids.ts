import { newId } from "@/lib/ids";

const MOST_IN_ONE_MS = 4_096;

/**
 * Ids that sort as they were handed out: version 7 UUIDs whose 12 bits after the milliseconds count (RFC 9562, 6.2,
 * method 1). Of two messages of the same second the first to come stays the first.
 */
export function orderedIds(nowMs: number = Date.now()): () => string {
  let count = 0;
  return () => {
    const id = newId(nowMs + Math.floor(count / MOST_IN_ONE_MS));
    const counter = (count % MOST_IN_ONE_MS).toString(16).padStart(3, "0");
    count += 1;
    return `${id.slice(0, 15)}${counter}${id.slice(18)}`;
  };
}
