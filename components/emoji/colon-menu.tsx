"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ColonState } from "./use-colon";

/** Above the field while an emoji's name is typed; the focus stays in the field. */
export default function ColonMenu({ state }: { state: ColonState }) {
  const t = useTranslations("composer.emoji");
  const { id, shown, active, optionId, put } = state;
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t("insert")}
      className="absolute inset-x-0 bottom-full z-30 mb-1.5 animate-appear overflow-hidden rounded-lg border border-line bg-raised p-1 shadow-high"
    >
      {shown.map(({ unicode, label }, at) => (
        <button
          key={unicode}
          id={optionId(at)}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          // The field keeps the focus, and with it the caret.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => put(unicode)}
          className={clsx(
            "flex w-full items-center gap-2.5 rounded-md px-2.5 py-1 text-start",
            at === active ? "bg-accent-soft" : "hover:bg-hover",
          )}
        >
          <span className="text-xl" aria-hidden="true">
            {unicode}
          </span>
          <span dir="auto" className="truncate">
            {label}
          </span>
        </button>
      ))}
    </div>
  );
}
