import { createServer } from "node:http";
import { encode } from "next-auth/jwt";
import { io, type Socket } from "socket.io-client";
import { onTestFinished } from "vitest";
import { withSystem } from "@/db/system";
import { createSession, nobody, sessionCookieNames, sessionSecret } from "@/lib/auth";
import type { EventFrame } from "@/lib/events";
import { startRealtime } from "@/lib/realtime";
import { listen } from "./front-door";

/** Somebody's signed-in browser, as far as a socket sees it. */
export async function signIn({ userId }: { userId: string }): Promise<{ sessionId: string; cookie: string }> {
  const sessionId = await withSystem((tx) => createSession(tx, userId, nobody));
  const token = await encode({ token: { sid: sessionId }, secret: sessionSecret() });
  return { sessionId, cookie: `${sessionCookieNames[1]}=${token}` };
}

/** The sockets' server on a free port, without a guard before it. */
export async function openRealtime() {
  const realtime = await startRealtime();
  const server = createServer();
  server.on("upgrade", realtime.upgrade);
  const port = await listen(server);
  onTestFinished(() => realtime.stop());
  return { url: `http://127.0.0.1:${port}`, realtime };
}

type Subscribed = { cursor: string; behind: boolean } & { problem?: { code: string } };

/** A browser's socket, and all that it has heard. */
export function openSocket(url: string, cookie: string | undefined) {
  const socket: Socket = io(url, {
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    extraHeaders: cookie === undefined ? {} : { cookie },
  });
  onTestFinished(() => void socket.disconnect());
  const heard: EventFrame[] = [];
  const cursors: string[] = [];
  let resyncs = 0;
  socket.on("events", (frames: EventFrame[], cursor: string) => {
    heard.push(...frames);
    cursors.push(cursor);
  });
  socket.on("resync", () => {
    resyncs += 1;
  });
  return {
    socket,
    heard,
    cursors,
    resyncs: () => resyncs,
    types: () => heard.map((frame) => frame.type),
    subscribe: (input: unknown): Promise<Subscribed> => socket.timeout(5_000).emitWithAck("subscribe", input),
    refused: () => new Promise<string>((resolve) => socket.once("connect_error", ({ message }) => resolve(message))),
  };
}
