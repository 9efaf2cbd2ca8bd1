import { type QuickReply, quickReplyScopes } from "@/lib/quick-replies/types";
import { foldText } from "@/lib/text";

const MOST_SHOWN = 30;

/** By what was typed after the slash: the shortcut itself, its beginning, then words in the text; one's own first. */
export function rankQuickReplies(replies: readonly QuickReply[], query: string): QuickReply[] {
  const sought = foldText(query);
  const ranked = replies.flatMap((reply) => {
    const rank = rankOf(reply, sought);
    return rank === null ? [] : [{ reply, rank }];
  });
  return ranked
    .sort(
      (one, other) =>
        one.rank - other.rank ||
        quickReplyScopes.indexOf(one.reply.scope) - quickReplyScopes.indexOf(other.reply.scope) ||
        one.reply.shortcut.localeCompare(other.reply.shortcut),
    )
    .slice(0, MOST_SHOWN)
    .map(({ reply }) => reply);
}

function rankOf({ shortcut, text }: QuickReply, sought: string): number | null {
  if (sought === "") return 0;
  const name = foldText(shortcut);
  if (name === sought) return 0;
  if (name.startsWith(sought)) return 1;
  if (name.includes(sought)) return 2;
  return foldText(text).includes(sought) ? 3 : null;
}
