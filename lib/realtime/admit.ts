import { sessionIdFromCookie, sessionOf } from "@/lib/auth";
import { log } from "@/lib/log";
import type { RealtimeSocket } from "./protocol";

/** Many tabs and a reconnect or two, but not without end. */
export const MOST_SOCKETS_A_USER = 40;

/** Lets in whoever has a session; what they may see is decided when they subscribe. */
export function admit() {
  const byUser = new Map<string, Set<RealtimeSocket>>();

  /** Counted from here on: a socket is listed by the server a moment later only, and many may come within that moment. */
  function findRoom(socket: RealtimeSocket, userId: string): boolean {
    const own = byUser.get(userId) ?? new Set();
    if (own.size >= MOST_SOCKETS_A_USER) return false;
    byUser.set(userId, own.add(socket));
    const leave = () => {
      own.delete(socket);
      if (own.size === 0 && byUser.get(userId) === own) byUser.delete(userId);
    };
    socket.once("disconnect", leave);
    socket.conn.once("close", leave);
    return true;
  }

  return async (socket: RealtimeSocket, next: (error?: Error) => void): Promise<void> => {
    try {
      const sessionId = await sessionIdFromCookie(socket.handshake.headers.cookie ?? null);
      const session = sessionId === null ? null : await sessionOf(sessionId);
      if (sessionId === null || session === null) return next(new Error("unauthenticated"));
      // Gone while we asked: nothing would tell when to stop counting it.
      if (socket.conn.readyState !== "open") return next(new Error("gone"));
      if (!findRoom(socket, session.userId)) return next(new Error("too_many_sockets"));
      Object.assign(socket.data, { sessionId, userId: session.userId });
      next();
    } catch (error) {
      log().error({ error }, "A socket could not be admitted.");
      next(new Error("unavailable"));
    }
  };
}
