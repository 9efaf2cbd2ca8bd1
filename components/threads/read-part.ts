import { call, type Output } from "@/components/api";
import type { ReadThread } from "@/lib/threads/schemas";
import { gather } from "./gather";

/** Opening a conversation asks for four things at once: together they cost about as much as one. */
export const readThreadPart = gather<Output<typeof ReadThread>>((conversationId, signal) =>
  call<typeof ReadThread>("GET /conversations/:conversationId/thread", { conversationId }, { signal }),
);
