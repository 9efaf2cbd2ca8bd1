import { comeSince, type Seen } from "@/components/messages/seen";
import type { Message } from "@/lib/messages/types";

/** What a colleague has sent since somebody began to write; the latest of it, null where nobody has. */
export function answeredSince(messages: readonly Message[], seen: Seen | null, meId: string): Message | null {
  const answers = comeSince(messages, seen).filter(
    ({ direction, type, author, status }) =>
      direction === "out" &&
      type !== "reaction" &&
      status !== "cancelled" &&
      (author.kind === "member" || author.kind === "phone_app") &&
      author.id !== meId,
  );
  return answers.reduce<Message | null>((last, each) => (last === null || each.at > last.at ? each : last), null);
}
