import { actorOfSession, authorize } from "@/lib/auth";
import { markConnected } from "@/lib/availability";
import { DomainError } from "@/lib/errors";
import { CURSOR, compareCursors } from "@/lib/events";
import { log } from "@/lib/log";
import { type NotSubscribed, type RealtimeSocket, Subscribe, type Subscribed } from "./protocol";
import { enterRooms, leaveRooms } from "./rooms";

/** Makes a socket a member's view of one workspace; a second time moves it. */
export async function subscribe(
  socket: RealtimeSocket,
  input: unknown,
  position: () => string,
): Promise<Subscribed | NotSubscribed> {
  const wanted = Subscribe.safeParse(input);
  if (!wanted.success) return problem("invalid_input", "Say which workspace.");
  const { workspace, after } = wanted.data;
  try {
    const actor = await actorOfSession(socket.data.sessionId, workspace);
    authorize(actor, "events.read");
    if (socket.data.subscription) leaveRooms(socket, socket.data.subscription.actor);
    socket.data.subscription = { workspace, actor };
    enterRooms(socket, actor);
    await markConnected([{ tenantId: actor.tenantId, memberId: actor.id }]);
    const cursor = position();
    return { cursor, behind: after !== undefined && CURSOR.test(after) && compareCursors(after, cursor) < 0 };
  } catch (error) {
    if (error instanceof DomainError) return problem(error.code, error.message);
    log().error({ error }, "A subscription failed.");
    return problem("internal", "Something went wrong.");
  }
}

function problem(code: string, title: string): NotSubscribed {
  return { problem: { code, title } };
}
