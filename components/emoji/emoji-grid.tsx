"use client";

import { useTranslations } from "next-intl";
import { type EmojiGroup, emojiGroups } from "./emoji";

/** Emoji to choose from; on a desktop the system's own picker has all of them. */
export function EmojiGrid({ onChoose }: { onChoose: (emoji: string) => void }) {
  const t = useTranslations("inbox.emoji");
  return (
    <div className="h-52 overflow-y-auto pt-1">
      {(Object.keys(emojiGroups) as EmojiGroup[]).map((group) => (
        <section key={group}>
          <h3 className="px-1 pt-1.5 pb-0.5 text-xs font-semibold text-ink-3">{t(group)}</h3>
          <div className="grid grid-cols-8">
            {emojiGroups[group].split(" ").map((emoji) => (
              <button
                key={emoji}
                type="button"
                onClick={() => onChoose(emoji)}
                className="grid aspect-square place-items-center rounded-md text-xl hover:bg-hover"
              >
                {emoji}
              </button>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
