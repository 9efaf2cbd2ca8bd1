import type { ProblemError } from "@/components/api";
import type { Message } from "@/lib/messages/types";

/** What is to be sent, in Meta's shape: `{ type: "text", text: { body } }`. */
export type OutgoingContent = { type: string } & Record<string, unknown>;

/** A message on its way from this screen to the server; gone from here as soon as the server has it. */
export type Outgoing = {
  /** Kept through every attempt: the server takes a message with the same one only once. */
  clientId: string;
  conversationId: string;
  content: OutgoingContent;
  quoted: Message["quoted"];
  at: string;
  /** How long the server holds it back, so that it can still be taken back. */
  undoSeconds: number;
  /** `waiting`: for the line. `unsent`: lay about too long to go by itself. */
  state: "sending" | "waiting" | "unsent" | "refused";
  problem: ProblemError | null;
};

export type NewOutgoing = Pick<Outgoing, "clientId" | "conversationId" | "content" | "quoted" | "at"> &
  Partial<Pick<Outgoing, "undoSeconds">>;

export function textContent(body: string): OutgoingContent {
  return { type: "text", text: { body } };
}
