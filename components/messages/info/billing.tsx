"use client";

import { useTranslations } from "next-intl";
import type * as z from "zod";
import { Fact, Facts } from "@/components/contacts/panel-section";
import type { ReadMessageInfo } from "@/lib/messages/schemas";

type BillingFacts = z.output<typeof ReadMessageInfo.output>["billing"];

const categories = [
  "service",
  "utility",
  "marketing",
  "marketing_lite",
  "authentication",
  "authentication_international",
  "referral_conversion",
] as const;
const types = ["regular", "free_customer_service", "free_entry_point"] as const;

/** As Meta's own status says it. No price: those stand on the rate card alone. */
export function Billing({ billing }: { billing: BillingFacts }) {
  const t = useTranslations("inbox.info");
  if (!billing) return <p className="text-ink-3">{t("noBilling")}</p>;
  const { category, type, isBillable } = billing;
  const pricing = type ? (isOneOf(types, type) ? t(`types.${type}`) : type) : null;
  const billed = isBillable === null ? null : t(isBillable ? "billable" : "notBillable");
  return (
    <Facts>
      {category && (
        <Fact name={t("category")}>{isOneOf(categories, category) ? t(`categories.${category}`) : category}</Fact>
      )}
      {(pricing ?? billed) && <Fact name={t("pricing")}>{pricing ?? billed}</Fact>}
    </Facts>
  );
}

function isOneOf<T extends string>(known: readonly T[], value: string): value is T {
  return (known as readonly string[]).includes(value);
}
