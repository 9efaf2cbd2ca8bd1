/** The agents' screens: real sockets, some of which note when each customer message reached them. */
import { io, type Socket } from "socket.io-client";
import type { EventFrame } from "@/lib/events";
import { nowMs } from "./now";

export type Screen = { cookie: string; workspace: string; watches: boolean };
export type Seen = { messageId: string; atMs: number };

const AT_ONCE = 20;
const open: Socket[] = [];
let seen: Seen[] = [];
let frames = 0;

export const sockets = {
  /** Resolves when all of them have subscribed. */
  connect: async ({ url, screens }: { url: string; screens: Screen[] }): Promise<number> => {
    for (let at = 0; at < screens.length; at += AT_ONCE) {
      await Promise.all(screens.slice(at, at + AT_ONCE).map((screen) => connectOne(url, screen)));
    }
    return open.length;
  },
  /** What has been seen since the last time. `connected`: of those that were opened. */
  collect: (_: null): { seen: Seen[]; frames: number; connected: number } => {
    const collected = { seen, frames, connected: open.filter((socket) => socket.connected).length };
    seen = [];
    frames = 0;
    return collected;
  },
};

async function connectOne(url: string, { cookie, workspace, watches }: Screen): Promise<void> {
  const socket = io(url, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie, origin: url },
  });
  open.push(socket);
  socket.on("events", (batch: EventFrame[]) => {
    frames += batch.length;
    if (!watches) return;
    const atMs = nowMs();
    for (const { type, messageId } of batch) {
      if (type === "message.received" && messageId !== null) seen.push({ messageId, atMs });
    }
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  const answer: { problem?: { title: string } } = await socket.timeout(15_000).emitWithAck("subscribe", { workspace });
  if (answer.problem) throw new Error(answer.problem.title);
}
