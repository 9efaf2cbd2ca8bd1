"use client";

import { Clock, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Quote } from "@/components/messages/quote";
import { useProblemWords } from "@/components/shell/use-problem-words";
import { Button } from "@/components/ui/button";
import type { Outgoing } from "./outgoing";
import { OutgoingFace } from "./outgoing-face";
import { useOutgoingStore } from "./provider";

/** A message that the server does not have yet: on its way, waiting for the line, or refused with its reason. */
export function OutgoingBubble({ outgoing }: { outgoing: Outgoing }) {
  const t = useTranslations("inbox.outgoing");
  const store = useOutgoingStore();
  const wordsOf = useProblemWords();
  const { state, problem } = outgoing;
  const isStopped = state === "refused" || state === "unsent";
  const words = problem ? wordsOf(problem) : null;
  return (
    <article className="flex flex-col items-end px-6 pt-1 max-md:px-3">
      <div
        className={`max-w-[min(68%,640px)] rounded-xl rounded-ee-sm px-2.75 pt-1.75 pb-1.5 text-lg max-md:max-w-[86%] ${isStopped ? "bg-bad-soft" : "bg-bubble-out"}`}
      >
        {outgoing.quoted && <Quote quoted={outgoing.quoted} />}
        <div className="flex flex-wrap items-end gap-x-3">
          <div className="min-w-0">
            <OutgoingFace content={outgoing.content} />
          </div>
          <p className="ms-auto flex items-center justify-end gap-1.5 text-xs leading-5 text-ink-2">
            {t(state)}
            {isStopped ? (
              <TriangleAlert className="size-3.5 text-bad" aria-hidden="true" />
            ) : (
              <Clock className="size-3" aria-hidden="true" />
            )}
          </p>
        </div>
      </div>
      {state === "waiting" && (
        <Button size="small" variant="quiet" className="mt-1" onClick={() => store.discard(outgoing.clientId)}>
          {t("discard")}
        </Button>
      )}
      {isStopped && (
        <div role="alert" className="mt-1 mb-1.5 max-w-[min(68%,640px)] text-end text-sm max-md:max-w-[86%]">
          <p className="text-bad">{state === "unsent" ? t("stale") : words?.title}</p>
          {state === "refused" && words?.nextStep && <p className="text-ink-2">{words.nextStep}</p>}
          <div className="mt-1 flex justify-end gap-2">
            <Button size="small" variant="quiet" onClick={() => store.discard(outgoing.clientId)}>
              {t("discard")}
            </Button>
            <Button size="small" onClick={() => store.retry(outgoing.clientId)}>
              {t("retry")}
            </Button>
          </div>
        </div>
      )}
    </article>
  );
}
