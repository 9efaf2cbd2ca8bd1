import type { Server, Socket } from "socket.io";
import * as z from "zod";
import type { Actor } from "@/lib/auth";
import type { EventFrame } from "@/lib/events";
import type { Notice } from "@/lib/notifications/types";
import type { Companion, Glance } from "./company/state";

export const Subscribe = z.object({
  /** The workspace's slug. */
  workspace: z.string().min(1).max(60),
  /** The last cursor that the client knows. */
  after: z.string().max(41).optional(),
});

/**
 * `cursor`: everything after it will come. `behind`: between `after` and it lies something that `GET /api/v1/events`
 * has and this socket will not bring.
 */
export type Subscribed = { cursor: string; behind: boolean };
export type NotSubscribed = { problem: { code: string; title: string } };

/** Where a tab looks now, said again every few seconds; null: nowhere. */
export const Look = z.object({ conversationId: z.uuid().nullable(), isTyping: z.boolean() });

export type FromClient = {
  look: (input: unknown) => void;
  subscribe: (input: unknown, answer: (outcome: Subscribed | NotSubscribed) => void) => void;
};

export type ToClient = {
  /** What happened, and up to where the client knows now. */
  events: (frames: EventFrame[], cursor: string) => void;
  /** Who looks at the conversation that this socket looks at, the member themselves included. */
  company: (conversationId: string, companions: Companion[]) => void;
  /** What the member is told of, beside what they see. What is missed is not told later. */
  notices: (notices: Notice[]) => void;
  /** What the member may see has changed: the client should load everything afresh. */
  resync: () => void;
};

/** What a socket stands for: a session from its first moment, a member of a workspace once it has subscribed. */
export type SocketFacts = {
  sessionId: string;
  userId: string;
  subscription?: { workspace: string; actor: Actor };
  glance?: Glance;
};

export type RealtimeServer = Server<FromClient, ToClient, Record<string, never>, SocketFacts>;
export type RealtimeSocket = Socket<FromClient, ToClient, Record<string, never>, SocketFacts>;
