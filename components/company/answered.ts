import type { Message } from "@/lib/messages/types";

/** What a colleague has sent since somebody began to write; the latest of it, null where nobody has. */
export function answeredSince(messages: readonly Message[], beganAt: string | null, meId: string): Message | null {
  if (beganAt === null) return null;
  const answers = messages.filter(
    ({ direction, type, author, at, status }) =>
      direction === "out" &&
      type !== "reaction" &&
      status !== "cancelled" &&
      (author.kind === "member" || author.kind === "phone_app") &&
      author.id !== meId &&
      at > beganAt,
  );
  return answers.reduce<Message | null>((last, each) => (last === null || each.at > last.at ? each : last), null);
}
