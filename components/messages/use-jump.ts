"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { isProblem } from "@/components/api";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { showToast } from "@/components/ui/toasts/store";
import { readBackTo } from "./read-back";
import { readBackToNote } from "./read-back-to-note";

const MARKED_FOR_MS = 1_600;
const SOUGHT_FOR_MS = 2_000;
const SETTLED_AFTER_MS = 700;

/** Goes to a message or a note of the thread: reads back to it where it is not loaded, brings it into view and marks it. */
export function useJump(conversationId: string) {
  const t = useTranslations("media.jump");
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const [wantedId, setWanted] = useState<string | null>(null);
  const latest = useRef<string | null>(null);

  /** Brings it onto the page by `read`, then into view. */
  const goTo = useCallback(
    async (id: string, read: (isWanted: () => boolean) => Promise<void>) => {
      latest.current = id;
      setWanted(null);
      const isWanted = () => latest.current === id;
      try {
        await read(isWanted);
        if (isWanted()) setWanted(id);
      } catch (error) {
        if (isProblem(error) && error.status === 404) showToast({ tone: "plain", text: t("gone") });
        else onProblem(error);
      }
    },
    [onProblem, t],
  );
  const jumpTo = useCallback(
    (messageId: string, inConversation?: string | null) =>
      goTo(messageId, (isWanted) =>
        readBackTo(client, { messageId, from: conversationId, to: inConversation ?? conversationId, isWanted }),
      ),
    [client, conversationId, goTo],
  );
  const jumpToNote = useCallback(
    (noteId: string) => goTo(noteId, (isWanted) => readBackToNote(client, { noteId, conversationId, isWanted })),
    [client, conversationId, goTo],
  );

  useEffect(() => {
    if (!wantedId) return;
    const begun = performance.now();
    const reader = new AbortController();
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let marked: HTMLElement | null = null;
    let isReading = false;
    for (const type of ["wheel", "touchmove", "keydown"]) {
      window.addEventListener(type, () => (isReading = true), { signal: reader.signal, passive: true });
    }
    const end = () => {
      marked?.classList.remove("bg-accent-soft");
      setWanted((present) => (present === wantedId ? null : present));
    };
    const mark = (element: HTMLElement) => {
      marked = element;
      element.classList.add("bg-accent-soft");
      timer = setTimeout(end, MARKED_FOR_MS);
    };
    // What was just read comes onto the page a moment later, and what is around it takes its height after that.
    const seek = () => {
      const element = document.getElementById(`message-${wantedId}`) ?? document.getElementById(`note-${wantedId}`);
      const passedMs = performance.now() - begun;
      if (element && !isReading) element.scrollIntoView({ block: "center" });
      if (element && !marked) mark(element);
      if (marked ? !isReading && passedMs < SETTLED_AFTER_MS : passedMs < SOUGHT_FOR_MS) {
        frame = requestAnimationFrame(seek);
      } else if (!marked) {
        showToast({ tone: "plain", text: t("gone") });
        end();
      }
    };
    seek();
    return () => {
      reader.abort();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      marked?.classList.remove("bg-accent-soft");
    };
  }, [wantedId, t]);

  return { jumpTo, jumpToNote, wantedId };
}
