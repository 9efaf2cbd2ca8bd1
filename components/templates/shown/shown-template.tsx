"use client";

import { useTranslations } from "next-intl";
import { FormattedText } from "@/components/messages/formatting/formatted-text";
import type { MessageMedia } from "@/lib/messages/types";
import type { ShownTemplate, ShownTemplateCard } from "@/lib/whatsapp/types";
import { ShownButtons } from "./shown-buttons";
import { ShownHeader } from "./shown-header";
import { ShownOffer } from "./shown-offer";

type ShownTemplateProps = {
  shown: ShownTemplate;
  /** The files of headers and cards that are ours. */
  media: readonly MessageMedia[];
};

/** A template as the customer sees it: header, words, footer, cards and buttons. */
export function ShownTemplateView({ shown, media }: ShownTemplateProps) {
  return (
    <div className="flex flex-col gap-1.5">
      {shown.header && <ShownHeader header={shown.header} media={media} />}
      {shown.offer && <ShownOffer offer={shown.offer} />}
      {shown.body !== "" && <FormattedText text={shown.body} />}
      {shown.footer && (
        <p dir="auto" className="text-sm text-ink-3">
          {shown.footer}
        </p>
      )}
      {shown.cards.length > 0 && <Cards cards={shown.cards} media={media} />}
      <ShownButtons buttons={shown.buttons} />
    </div>
  );
}

function Words({ part, media }: { part: ShownTemplateCard; media: readonly MessageMedia[] }) {
  return (
    <>
      {part.header && <ShownHeader header={part.header} media={media} />}
      {part.body !== "" && <FormattedText text={part.body} />}
    </>
  );
}

/** Leafed through sideways, by keyboard too. */
function Cards({ cards, media }: { cards: ShownTemplateCard[]; media: readonly MessageMedia[] }) {
  const t = useTranslations("templates.shown");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: What scrolls has to be reached by the keyboard.
    <section aria-label={t("cards")} tabIndex={0} className="-mx-1 overflow-x-auto rounded-lg px-1 pb-1">
      <ul className="flex w-max gap-2">
        {cards.map((card, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: A card is known by its place.
            key={at}
            aria-label={t("card", { number: at + 1, count: cards.length })}
            className="flex w-52 flex-col gap-1.5 rounded-lg border bg-surface p-2 text-md"
          >
            <Words part={card} media={media} />
            <span className="flex-1" />
            <ShownButtons buttons={card.buttons} />
          </li>
        ))}
      </ul>
    </section>
  );
}
