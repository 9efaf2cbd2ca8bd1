import { startReader } from "@/lib/events";
import { type Loop, startLoop } from "@/lib/jobs";
import { SECOND } from "@/lib/time";
import { heedEvents } from "./heed";
import { sayDue } from "./say-due";

const LOOK_EVERY_MS = 5 * SECOND;

/** Greets as things happen, and when it is time. */
export function startGreeting(): Loop {
  const loops = [
    startReader({
      name: "greetings",
      types: ["conversation.opened", "conversation.reopened", "conversation.queued", "message.received", "call.missed"],
      onEvents: (events, lost) => heedEvents(events, undefined, lost),
    }),
    startLoop({ name: "greetings due", round: () => sayDue(), idleMs: LOOK_EVERY_MS }),
  ];
  return {
    wake: () => {
      for (const loop of loops) loop.wake();
    },
    stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))),
  };
}
