"use client";

import { useTranslations } from "next-intl";
import { SlotField } from "./slot-field";
import type { Filling } from "./use-filling";

/** The places of a template in the order of reading; each card has its own group. */
export function FillFields({ filling }: { filling: Filling }) {
  const t = useTranslations("templates.form");
  const { slots, parts } = filling;
  const own = slots.filter(({ card }) => card === null);
  if (slots.length === 0) return <p className="text-ink-2">{t("fixed")}</p>;
  return (
    <div className="flex flex-col gap-3">
      {own.map((slot) => (
        <SlotField key={slot.key} slot={slot} filling={filling} />
      ))}
      {parts.cards.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: A card is known by its place.
        <fieldset key={at} className="flex flex-col gap-2.5 rounded-lg border p-3">
          <legend className="px-1 text-sm font-semibold">{t("card", { number: at + 1 })}</legend>
          {slots
            .filter(({ card }) => card === at)
            .map((slot) => (
              <SlotField key={slot.key} slot={slot} filling={filling} />
            ))}
        </fieldset>
      ))}
      {slots.some(({ key }) => filling.isPrefilled(key)) && <p className="text-sm text-ink-3">{t("prefilled")}</p>}
    </div>
  );
}
