import type { Actor } from "@/lib/auth";
import { listEvents } from "./list-events";

/** Where the event log stands. Read before what a page shows: what happens during those reads comes to it as an event. */
export async function readPresent(actor: Actor): Promise<string> {
  return (await listEvents(actor, { limit: 1 })).nextCursor;
}
