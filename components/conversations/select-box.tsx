"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { ListSelection } from "./use-selection";

/** Takes the place of the face under the pointer, and of every face while something is selected. */
export function SelectBox({
  conversation,
  selection,
}: {
  conversation: ConversationSummary;
  selection: ListSelection;
}) {
  const t = useTranslations("inbox.bulk");
  const isAny = selection.ids.length > 0;
  return (
    <label
      className={clsx(
        "absolute start-3 top-2.5 grid size-9 cursor-pointer place-items-center rounded-full bg-surface transition-opacity focus-within:opacity-100",
        isAny
          ? "opacity-100"
          : "opacity-0 [@media(hover:hover)]:group-hover/row:opacity-100 [@media(hover:none)]:hidden",
      )}
    >
      <span className="sr-only">{t("select", { name: conversation.contact.name })}</span>
      <input
        type="checkbox"
        tabIndex={isAny ? 0 : -1}
        checked={selection.has(conversation.id)}
        onChange={(event) => {
          const isRange = (event.nativeEvent as MouseEvent).shiftKey;
          if (isRange) selection.extendTo(conversation.id);
          else selection.toggle(conversation.id);
        }}
        className="size-4 accent-(--accent)"
      />
    </label>
  );
}
