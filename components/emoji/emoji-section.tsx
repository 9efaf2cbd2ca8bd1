"use client";

import { clsx } from "clsx";
import { memo } from "react";

type SectionProps = {
  label: string;
  emoji: { unicode: string; label: string }[];
  /** Which of them the keyboard stands on; -1: none. */
  active: number;
  idOf: (at: number) => string;
  onChoose: (unicode: string) => void;
};

/** One group; drawn by the browser only when it comes into view. */
export const EmojiSection = memo(
  function EmojiSection({ label, emoji, active, idOf, onChoose }: SectionProps) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: A group of options is no fieldset.
      <div
        role="group"
        aria-label={label}
        style={{ containIntrinsicHeight: `auto ${28 + Math.ceil(emoji.length / 8) * 34}px` }}
        className="[content-visibility:auto]"
      >
        <p aria-hidden="true" className="px-1 pt-1.5 pb-0.5 text-xs font-semibold text-ink-3">
          {label}
        </p>
        <div className="grid grid-cols-8">
          {emoji.map(({ unicode, label: name }, at) => (
            <button
              key={unicode}
              id={idOf(at)}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              aria-label={name}
              title={name}
              onClick={() => onChoose(unicode)}
              className={clsx(
                "grid aspect-square place-items-center rounded-md text-xl hover:bg-hover",
                at === active && "bg-accent-soft outline-2 outline-accent",
              )}
            >
              {unicode}
            </button>
          ))}
        </div>
      </div>
    );
  },
  (one, other) => one.emoji === other.emoji && one.active === other.active && one.label === other.label,
);
