"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { useActions } from "@/components/keyboard/use-actions";
import { keys } from "@/components/queries/keys";
import { useMay } from "@/components/shell/me";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import type { AcceptOffer, DeclineOffer } from "@/lib/routing/schemas";
import { OfferCard } from "./offer-card";
import { myOfferQuery } from "./queries";
import { TakeNextButton } from "./take-next-button";

/** What the queues have for the member: somebody who is offered, or the next one to be asked for. */
export function MyQueue({ onTaken }: { onTaken: (conversationId: string) => void }) {
  const t = useTranslations("routing.mine");
  const client = useQueryClient();
  const tellProblem = useProblemToast();
  const mayTake = useMay("queues.take");
  const { offer, asksForNext } = useQuery({ ...myOfferQuery, enabled: mayTake }).data ?? {};
  const settled = {
    onError: tellProblem,
    onSettled: () => void client.invalidateQueries({ queryKey: keys.offer }),
  };
  const accept = useMutation({
    mutationFn: (offerId: string) => call<typeof AcceptOffer>("POST /offers/:offerId/accept", { offerId }),
    onSuccess: ({ id }) => onTaken(id),
    ...settled,
  });
  const decline = useMutation({
    mutationFn: (offerId: string) => call<typeof DeclineOffer>("POST /offers/:offerId/decline", { offerId }),
    ...settled,
  });
  useActions({
    acceptOffer: offer ? () => accept.mutate(offer.id) : undefined,
    declineOffer: offer ? () => decline.mutate(offer.id) : undefined,
  });
  if (!offer && !asksForNext) return null;
  return (
    <section aria-label={t("label")} className="flex shrink-0 flex-col gap-2 border-b bg-accent-soft px-3 py-2">
      {offer && (
        <OfferCard
          key={offer.id}
          offer={offer}
          isBusy={accept.isPending || decline.isPending}
          onAccept={() => accept.mutate(offer.id)}
          onDecline={() => decline.mutate(offer.id)}
        />
      )}
      {asksForNext && <TakeNextButton onTaken={onTaken} />}
    </section>
  );
}
