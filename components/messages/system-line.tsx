"use client";

import { useTimeWords } from "@/components/conversations/use-time-words";
import { useGistWords } from "@/components/messages/use-gist-words";
import type { Message } from "@/lib/messages/types";

/** Something that happened rather than was written: a new number, a missed call. */
export function SystemLine({ message }: { message: Message }) {
  const words = useTimeWords();
  const gistWords = useGistWords();
  return (
    <p
      id={`message-${message.id}`}
      title={words.exact(message.at)}
      className="mx-auto my-2 max-w-[80%] text-center text-xs text-pretty text-ink-3"
    >
      <span dir="auto">{gistWords(message)}</span> · <time dateTime={message.at}>{words.clock(message.at)}</time>
    </p>
  );
}
