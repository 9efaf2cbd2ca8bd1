"use client";

import { useRefusalWords } from "@/components/shell/use-refusal-words";
import type { MessageFailure } from "@/lib/messages/types";

/** Why a message failed and what to do, in the reader's language. */
export function useFailureWords() {
  const refusalWords = useRefusalWords();
  return (failure: MessageFailure | null) =>
    failure && refusalWords({ ...failure, code: codeOf(failure), title: failure.cause });
}

/** Meta's are numbers, ours are words. */
function codeOf({ code }: MessageFailure): string {
  return /^\d+$/.test(code) ? `meta_${code}` : code;
}
