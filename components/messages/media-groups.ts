import type { Message } from "@/lib/messages/types";
import type { ThreadItem } from "./thread-items";

/** Pictures and films that came together stand in one bubble. */
export type MediaGroup = { kind: "group"; key: string; messages: Message[]; joinsPrevious: boolean };

type MessageItem = Extract<ThreadItem, { kind: "message" }>;

/** As long as it takes to choose some pictures and send them one after the other. */
const TOGETHER_MS = 60_000;
const LEAST = 2;
/** A grid of more would hide too much behind its last tile. */
const MOST = 30;

/** Puts runs of pictures and films of one author into groups; whatever has words or trouble of its own stays alone. */
export function grouped(items: readonly ThreadItem[]): (ThreadItem | MediaGroup)[] {
  const result: (ThreadItem | MediaGroup)[] = [];
  let run: MessageItem[] = [];
  const end = () => {
    const [first] = run;
    if (first && run.length >= LEAST) {
      const messages = run.map(({ message }) => message);
      result.push({ kind: "group", key: `group ${first.key}`, messages, joinsPrevious: first.joinsPrevious });
    } else result.push(...run);
    run = [];
  };
  for (const item of items) {
    if (item.kind === "message" && mayJoin(item.message)) {
      if (run.length === MOST || !isTogether(run.at(-1), item)) end();
      run.push(item);
    } else {
      end();
      result.push(item);
    }
  }
  end();
  return result;
}

function mayJoin(message: Message): boolean {
  const { type, content, media, status, quoted, reactions, revokedAt, editedAt, undoUntil } = message;
  const inner = content[type] as { caption?: unknown } | undefined;
  const isSeen = type === "image" || type === "video";
  const isPlain = !inner?.caption && !content.context && !content.referral && !quoted && reactions.length === 0;
  const isWell = revokedAt === null && editedAt === null && undoUntil === null && media.length === 1;
  const isThere = status !== "failed" && status !== "ambiguous" && media[0]?.state === "stored";
  return isSeen && isPlain && isWell && isThere;
}

/** It follows closely on the one before, which has the same author. */
function isTogether(previous: MessageItem | undefined, next: MessageItem): boolean {
  if (!previous) return true;
  return next.joinsPrevious && Date.parse(next.message.at) - Date.parse(previous.message.at) <= TOGETHER_MS;
}
