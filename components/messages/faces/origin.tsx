"use client";

import { Forward, Megaphone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Message } from "@/lib/messages/types";
import type { MessageContext, Referral } from "@/lib/whatsapp/types";

/** Where a message came from, when not from the customer's own hand: forwarded, or after a tap on an ad. */
export function Origin({ message }: { message: Message }) {
  const t = useTranslations("inbox.faces");
  const context = message.content.context as MessageContext | undefined;
  const referral = message.content.referral as Referral | undefined;
  if (referral) {
    return (
      <p className="mb-1 flex items-start gap-1.5 rounded-sm bg-ink/5 px-2 py-1 text-sm text-ink-2">
        <Megaphone className="mt-0.5 size-3.5 shrink-0" aria-hidden="true" />
        <span className="min-w-0">
          {t("fromAd")} <bdi className="font-medium">{referral.headline ?? referral.sourceId}</bdi>
        </span>
      </p>
    );
  }
  if (!context?.forwarded && !context?.frequentlyForwarded) return null;
  return (
    <p className="flex items-center gap-1 text-xs text-ink-3 italic">
      <Forward className="size-3 rtl:-scale-x-100" aria-hidden="true" />
      {context.frequentlyForwarded ? t("forwardedOften") : t("forwarded")}
    </p>
  );
}
