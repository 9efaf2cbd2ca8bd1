import type { Socket } from "socket.io-client";
import { call } from "@/components/api";
import type { Companion } from "@/components/company/store";
import { tellNotices } from "@/components/notifications/told";
import type { ListEvents } from "@/lib/events/schemas";
import type { EventFrame } from "@/lib/events/types";
import { oneAtATime } from "./one-at-a-time";
import { createTrail } from "./trail";

export type LiveState = "connecting" | "live" | "reconnecting";

type Options = {
  workspace: string;
  apply: (frames: EventFrame[]) => void;
  /** Too much was missed, or rights have changed: everything is read again. */
  everything: () => void;
  /** The line works: what could not be read while it was broken is read now. */
  onRepaired: () => void;
  onState: (state: LiveState) => void;
  onSignedOut: () => void;
  /** Who looks at a conversation that this tab looks at. */
  onCompany: (conversationId: string, companions: Companion[]) => void;
};

type Subscribed = { cursor: string; behind: boolean } | { problem: { code: string } };

const ASK_WHILE_CUT_OFF_MS = 5_000;
const SUBSCRIBE_AGAIN_AFTER_MS = 3_000;
const MOST_PAGES = 5;

/**
 * Follows the workspace's events: over a socket, and by asking for what was missed whenever it connects, the page is
 * looked at again or the line comes back. While there is no socket it asks every few seconds.
 */
export function createConnection(options: Options) {
  const { workspace, apply, everything, onRepaired, onState, onSignedOut, onCompany } = options;
  const trail = createTrail();
  let socket: Socket | null = null;
  let closed = false;
  let looksAt: { conversationId: string | null; isTyping: boolean } | null = null;

  async function readMissed() {
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const after = trail.whole ?? undefined;
      const { items, nextCursor, more } = await call<typeof ListEvents>("GET /events", { after, limit: 500 });
      const fresh = trail.fromRepair(items);
      if (fresh.length > 0) apply(fresh);
      trail.repaired(nextCursor);
      if (!more) return;
      trail.mayMiss();
    }
    const { nextCursor } = await call<typeof ListEvents>("GET /events", {});
    trail.repaired(nextCursor);
    trail.leaveOut(nextCursor);
    everything();
  }

  // The line may break once more after the last of the reading: whoever asks meanwhile has it done again.
  const repairOnce = oneAtATime(async () => {
    trail.mayMiss();
    try {
      await readMissed();
      onRepaired();
    } catch {
      // The gap stays marked; the next connection, look or tick asks again from the same point.
    }
  });

  function repair() {
    trail.mayMiss();
    void repairOnce("all");
  }

  function subscribe() {
    socket?.emit("subscribe", { workspace, after: trail.whole ?? undefined }, (answer: Subscribed) => {
      if ("problem" in answer) {
        if (answer.problem.code === "session_ended") onSignedOut();
        else setTimeout(() => socket?.connected && subscribe(), SUBSCRIBE_AGAIN_AFTER_MS);
        return;
      }
      onState("live");
      if (looksAt) socket?.emit("look", looksAt);
      if (answer.behind) repair();
    });
  }

  const look = () => {
    if (document.visibilityState === "visible") repair();
  };
  const ticker = setInterval(() => {
    if (!socket?.connected) look();
  }, ASK_WHILE_CUT_OFF_MS);
  document.addEventListener("visibilitychange", look);
  window.addEventListener("online", look);

  return {
    /** @param snapshot the cursor of what the page already shows */
    async open(snapshot: string) {
      trail.startAt(snapshot);
      const { io } = await import("socket.io-client");
      if (closed) return;
      socket = io({ transports: ["websocket"], reconnectionDelay: 500, reconnectionDelayMax: 5_000 });
      socket.on("connect", subscribe);
      socket.on("events", (frames: EventFrame[], cursor: string) => {
        const fresh = trail.fromSocket(frames, cursor);
        if (fresh.length > 0) apply(fresh);
      });
      socket.on("notices", tellNotices);
      socket.on("resync", everything);
      socket.on("company", onCompany);
      socket.on("connect_error", (error) =>
        error.message === "unauthenticated" ? onSignedOut() : onState("reconnecting"),
      );
      socket.on("disconnect", (reason) => {
        onState("reconnecting");
        trail.mayMiss();
        // After a goodbye from the server the client does not come back by itself.
        if (reason === "io server disconnect") socket?.connect();
      });
    },
    /**
     * A page has come that was rendered before events that are here already: when they came, there was nothing of it yet
     * that they could have made old.
     */
    replay(snapshot: string) {
      const frames = trail.after(snapshot);
      if (frames === null) everything();
      else if (frames.length > 0) apply(frames);
    },
    /** Soft: what is lost is said again. */
    say(conversationId: string | null, isTyping: boolean) {
      looksAt = { conversationId, isTyping };
      if (socket?.connected) socket.emit("look", looksAt);
    },
    close() {
      closed = true;
      clearInterval(ticker);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("online", look);
      socket?.close();
    },
  };
}
