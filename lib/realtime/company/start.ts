import { withTenant } from "@/db/tenant";
import type { Actor } from "@/lib/auth";
import { findConversation, maySee } from "@/lib/conversations";
import { DomainError } from "@/lib/errors";
import { startSignals } from "@/lib/events";
import { startLoop } from "@/lib/jobs";
import { log } from "@/lib/log";
import type { FactsById } from "@/lib/realtime/frames";
import { Look, type RealtimeServer, type RealtimeSocket } from "@/lib/realtime/protocol";
import { SECOND } from "@/lib/time";
import { createCompany, type Glance, placeOf } from "./state";

const SWEEP_MS = 5 * SECOND;

const roomOf = (place: string) => `company:${place}`;

/** Who looks at a conversation and who types in it, for those who look at it too and may see it. */
export function startCompany(io: RealtimeServer) {
  const company = createCompany();

  const tell = (place: string) => {
    const conversationId = place.slice(place.indexOf("/") + 1);
    io.local.to(roomOf(place)).emit("company", conversationId, company.at(place));
  };
  const note = (glance: Glance) => {
    if (company.note(glance, Date.now())) tell(placeOf(glance));
  };
  const signals = startSignals<Glance>((glances) => glances.forEach(note));
  const share = (glance: Glance) => {
    note(glance);
    signals.publish(glance);
  };

  function leave(socket: RealtimeSocket): void {
    const { glance } = socket.data;
    if (!glance) return;
    delete socket.data.glance;
    void socket.leave(roomOf(placeOf(glance)));
    share({ ...glance, gone: true });
  }

  type Turn = { number: number; conversationId: string | null };
  const latest = new WeakMap<RealtimeSocket, Turn>();
  const taken = new WeakMap<RealtimeSocket, number>();

  /** Answers whether a look still counts: it was not passed by a later one, and nobody looks elsewhere by now. */
  function takeTurn(socket: RealtimeSocket, { number, conversationId }: Turn): boolean {
    if (latest.get(socket)?.conversationId !== conversationId || number < (taken.get(socket) ?? 0)) return false;
    taken.set(socket, number);
    return true;
  }

  /** Each time it is asked anew whether the member may see the conversation. */
  async function look(socket: RealtimeSocket, input: unknown): Promise<void> {
    const wanted = Look.safeParse(input);
    const actor = socket.data.subscription?.actor;
    if (!wanted.success || !actor) return;
    const { conversationId, isTyping } = wanted.data;
    const turn = { number: (latest.get(socket)?.number ?? 0) + 1, conversationId };
    latest.set(socket, turn);
    const isSeen = conversationId !== null && (await mayLook(actor, conversationId));
    if (!takeTurn(socket, turn)) return;
    if (!isSeen) return leave(socket);
    const glance = { tenantId: actor.tenantId, conversationId, memberId: actor.id, tab: socket.id, isTyping };
    if (socket.data.glance && placeOf(socket.data.glance) !== placeOf(glance)) leave(socket);
    // Gone while the database was asked: nothing would say when it leaves.
    if (!socket.connected) return;
    const isNew = !socket.data.glance;
    socket.data.glance = glance;
    await socket.join(roomOf(placeOf(glance)));
    share(glance);
    if (isNew) socket.emit("company", conversationId, company.at(placeOf(glance)));
  }

  const take = (socket: RealtimeSocket, input: unknown) => {
    look(socket, input).catch((error: unknown) => log().error({ error }, "A look could not be taken."));
  };

  const sweeping = startLoop({
    name: "company",
    idleMs: SWEEP_MS,
    round: async () => {
      for (const place of company.expire(Date.now())) tell(place);
      return false;
    },
  });

  return {
    welcome(socket: RealtimeSocket): void {
      socket.on("look", (input) => take(socket, input));
      socket.on("disconnect", () => leave(socket));
    },
    /** After moves: whoever may not see a conversation any more looks at it no longer. */
    turnAway(tenantId: string, facts: FactsById): void {
      for (const [conversationId, now] of facts) {
        const room = roomOf(placeOf({ tenantId, conversationId }));
        for (const id of io.of("/").adapter.rooms.get(room) ?? []) {
          const socket = io.of("/").sockets.get(id);
          const actor = socket?.data.subscription?.actor;
          if (socket && (!actor || !maySee(actor, now))) leave(socket);
        }
      }
    },
    /** After rights have changed. */
    lookAgain(sockets: RealtimeSocket[]): void {
      for (const socket of sockets) {
        const { glance } = socket.data;
        if (glance) take(socket, { conversationId: glance.conversationId, isTyping: glance.isTyping });
      }
    },
    stop: async () => {
      await Promise.all([sweeping.stop(), signals.stop()]);
    },
  };
}

export type CompanyService = ReturnType<typeof startCompany>;

async function mayLook(actor: Actor, conversationId: string): Promise<boolean> {
  try {
    await withTenant(actor, (tx) => findConversation(tx, actor, conversationId));
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
