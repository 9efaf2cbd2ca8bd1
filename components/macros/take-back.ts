import { call, isProblem, type Output } from "@/components/api";
import type { RunMacro } from "@/lib/macros/schemas";
import type { CancelMessage } from "@/lib/messages/schemas";
import type { DeleteNote } from "@/lib/notes/schemas";

type Results = Output<typeof RunMacro>["results"];

/** What became of what a macro wrote: how much was taken back, and how many answers had left already. */
type TakenBack = { taken: number; left: number; failure: unknown };

/** Takes back answers while they are held, and notes. */
export async function takeBackWritten(results: Results): Promise<TakenBack> {
  const outcome: TakenBack = { taken: 0, left: 0, failure: null };
  const attempt = async (write: () => Promise<unknown>) => {
    try {
      await write();
      outcome.taken += 1;
    } catch (error) {
      if (isProblem(error) && error.code === "message_left") outcome.left += 1;
      else outcome.failure = error;
    }
  };
  for (const { conversationId, messageId, noteId } of results) {
    if (messageId) {
      const route = "POST /conversations/:conversationId/messages/:messageId/cancel" as const;
      await attempt(() => call<typeof CancelMessage>(route, { conversationId, messageId }));
    }
    if (noteId) {
      const route = "DELETE /conversations/:conversationId/notes/:noteId" as const;
      await attempt(() => call<typeof DeleteNote>(route, { conversationId, noteId }));
    }
  }
  return outcome;
}
