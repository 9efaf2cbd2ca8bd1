import type { ProblemError } from "@/components/api";
import type { Message } from "@/lib/messages/types";

/** A message on its way from this screen to the server; gone from here as soon as the server has it. */
export type Outgoing = {
  /** Kept through every attempt: the server takes a message with the same one only once. */
  clientId: string;
  conversationId: string;
  text: string;
  quoted: Message["quoted"];
  at: string;
  state: "sending" | "waiting" | "unsent" | "refused";
  problem: ProblemError | null;
};

export type NewOutgoing = Pick<Outgoing, "clientId" | "conversationId" | "text" | "quoted" | "at">;
