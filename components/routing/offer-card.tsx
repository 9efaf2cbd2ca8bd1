"use client";

import { useNow, useTranslations } from "next-intl";
import type { Output } from "@/components/api";
import { Button } from "@/components/ui/button";
import type { ReadMyOffer } from "@/lib/routing/schemas";
import { MINUTE, SECOND } from "@/lib/time";

type Offer = NonNullable<Output<typeof ReadMyOffer>["offer"]>;
type CardProps = { offer: Offer; isBusy: boolean; onAccept: () => void; onDecline: () => void };

/** Somebody who waits, and how long the member has to say whether they take them. */
export function OfferCard({ offer, isBusy, onAccept, onDecline }: CardProps) {
  const t = useTranslations("routing.mine");
  const now = useNow({ updateInterval: SECOND });
  const { contact, department } = offer.conversation;
  const leftMs = Math.max(0, new Date(offer.expiresAt).getTime() - now.getTime());
  const lengthMs = new Date(offer.expiresAt).getTime() - new Date(offer.offeredAt).getTime();
  const minutes = Math.max(0, Math.floor((now.getTime() - new Date(offer.queuedSince).getTime()) / MINUTE));
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-xs text-ink-2">{t("offered")}</p>
      <p dir="auto" className="truncate font-semibold">
        {contact.name}
      </p>
      <p className="text-sm text-ink-2">
        {department && <bdi>{department.name} · </bdi>}
        {t("waits", { minutes })}
      </p>
      <div aria-hidden="true" className="h-1 overflow-hidden rounded-full bg-sunken">
        <div className="h-full bg-accent" style={{ width: `${Math.min(100, (100 * leftMs) / lengthMs)}%` }} />
      </div>
      <div className="flex items-center gap-2">
        <span className="flex-1 text-xs text-ink-3 tabular-nums">
          {t("left", { seconds: Math.ceil(leftMs / SECOND) })}
        </span>
        <Button variant="quiet" busy={isBusy} onClick={onDecline}>
          {t("decline")}
        </Button>
        <Button variant="primary" busy={isBusy} onClick={onAccept}>
          {t("accept")}
        </Button>
      </div>
    </div>
  );
}
