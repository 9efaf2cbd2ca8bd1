import { sessionIdFromCookie, sessionOf } from "@/lib/auth";
import { log } from "@/lib/log";
import type { RealtimeServer, RealtimeSocket } from "./protocol";

/** Many tabs and a reconnect or two, but not without end. */
export const MOST_SOCKETS_A_USER = 40;

/** Lets in whoever has a session; what they may see is decided when they subscribe. */
export function admit(io: RealtimeServer) {
  return async (socket: RealtimeSocket, next: (error?: Error) => void): Promise<void> => {
    try {
      const sessionId = await sessionIdFromCookie(socket.handshake.headers.cookie ?? null);
      const session = sessionId === null ? null : await sessionOf(sessionId);
      if (sessionId === null || session === null) return next(new Error("unauthenticated"));
      const own = [...io.of("/").sockets.values()].filter((other) => other.data.userId === session.userId);
      if (own.length >= MOST_SOCKETS_A_USER) return next(new Error("too_many_sockets"));
      Object.assign(socket.data, { sessionId, userId: session.userId });
      next();
    } catch (error) {
      log().error({ error }, "A socket could not be admitted.");
      next(new Error("unavailable"));
    }
  };
}
