"use client";

import { Forward } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Message } from "@/lib/messages/types";
import type { Referral as Ad, MessageContext } from "@/lib/whatsapp/types";
import { Referral } from "./referral";

/** Where a message came from, when not from the customer's own hand: forwarded, or after a tap on an ad. */
export function Origin({ message }: { message: Message }) {
  const t = useTranslations("inbox.faces");
  const context = message.content.context as MessageContext | undefined;
  const referral = message.content.referral as Ad | undefined;
  if (referral) return <Referral ad={referral} />;
  if (!context?.forwarded && !context?.frequentlyForwarded) return null;
  return (
    <p className="flex items-center gap-1 text-xs text-ink-3 italic">
      <Forward className="size-3 rtl:-scale-x-100" aria-hidden="true" />
      {context.frequentlyForwarded ? t("forwardedOften") : t("forwarded")}
    </p>
  );
}
