"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { call, isProblem, type ProblemError } from "@/components/api";
import { useOwnAvailability } from "@/components/availability/use-own-availability";
import { useActions } from "@/components/keyboard/use-actions";
import { keys } from "@/components/queries/keys";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toasts/store";
import type { SetAvailability } from "@/lib/availability/schemas";
import type { AvailabilityState } from "@/lib/availability/types";
import type { TakeNext } from "@/lib/routing/schemas";
import { NextRefused } from "./next-refused";

type Ask = { goOnline?: boolean; beyondCapacity?: boolean };

/** Asks for the next one. Where I am away, or have enough, it says so, and the button goes on in the way that is left. */
export function TakeNextButton({ onTaken }: { onTaken: (conversationId: string) => void }) {
  const t = useTranslations("routing.mine");
  const client = useQueryClient();
  const tellProblem = useProblemToast();
  const own = useOwnAvailability();
  const next = useMutation({
    mutationFn: async ({ goOnline = false, beyondCapacity = false }: Ask) => {
      if (goOnline) {
        const online = { memberId: "me", state: "online" } as const;
        await call<typeof SetAvailability>("PUT /members/:memberId/availability", online);
        void client.invalidateQueries({ queryKey: keys.members });
      }
      return call<typeof TakeNext>("POST /queues/next", { beyondCapacity });
    },
    onSuccess: ({ conversation }) => {
      if (conversation) onTaken(conversation.id);
      else showToast({ tone: "plain", text: t("nobody") });
    },
    onError: (error) => {
      if (!isMine(error)) tellProblem(error);
    },
  });
  const refusal = isMine(next.error) && !isOver(next.error, own.state) ? next.error : null;
  const way = refusal ? wayOn(refusal) : "next";
  const ask = () => next.mutate({ goOnline: way === "goOnline", beyondCapacity: way === "anyway" });
  useActions({ takeNext: () => next.mutate({}) });
  return (
    <>
      {refusal && <NextRefused problem={refusal} />}
      <Button variant="primary" className="w-full" busy={next.isPending} onClick={ask}>
        <Inbox className="size-4" aria-hidden="true" />
        {t(way)}
      </Button>
    </>
  );
}

/** What the member can do something about themselves. */
function isMine(error: unknown): error is ProblemError {
  return isProblem(error, "at_capacity") || isProblem(error, "not_online") || isProblem(error, "on_break");
}

/** Whoever has come back since need not be told that they are away. */
function isOver({ code }: ProblemError, state: AvailabilityState): boolean {
  return code !== "at_capacity" && (state === "online" || state === "busy");
}

function wayOn({ code, details }: ProblemError): "goOnline" | "anyway" | "next" {
  if (code !== "at_capacity") return "goOnline";
  return details.mayGoOn === true ? "anyway" : "next";
}
