"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useMe } from "@/components/shell/me";
import { Kbd } from "@/components/ui/kbd";
import { Skeleton } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import { fillVariables, type VariableValues } from "@/lib/quick-replies/types";
import type { SlashMenuState } from "./use-slash";

/** Above the field while a slash word is typed; the focus stays in the field. */
export default function SlashMenu({ state, values }: { state: SlashMenuState; values: VariableValues }) {
  const t = useTranslations("composer.quickReplies");
  const { slug } = useMe().workspace;
  const { id, shown, active, slash, optionId } = state;
  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: "nearest" });
  }, [active, optionId]);
  if (!slash) return null;
  return (
    <div className="absolute inset-x-0 bottom-full z-30 mb-1.5 animate-appear overflow-hidden rounded-lg border border-line bg-raised shadow-high">
      <div className="max-h-72 overflow-y-auto p-1">
        {state.isLoading && <Skeleton className="m-1 h-12" />}
        {shown.length > 0 && (
          <div id={id} role="listbox" aria-label={t("label")}>
            {shown.map((reply, at) => (
              <button
                key={reply.id}
                id={optionId(at)}
                type="button"
                role="option"
                tabIndex={-1}
                aria-selected={at === active}
                // The field keeps the focus, and with it the caret.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => state.put(reply)}
                className={clsx(
                  "flex w-full flex-col gap-0.5 rounded-md px-2.5 py-1.5 text-start",
                  at === active ? "bg-accent-soft" : "hover:bg-hover",
                )}
              >
                <span className="flex items-center gap-2">
                  <span dir="ltr" className="font-mono text-sm font-semibold">
                    /{reply.shortcut}
                  </span>
                  <Tag tone={reply.scope === "personal" ? "accent" : "plain"}>
                    {reply.department?.name ?? t(`scope.${reply.scope}`)}
                  </Tag>
                </span>
                <span dir="auto" className="line-clamp-2 text-ink-2">
                  {fillVariables(reply.text, values)}
                </span>
              </button>
            ))}
          </div>
        )}
        {!state.isLoading && shown.length === 0 && (
          <p className="px-2.5 py-3 text-ink-2">{state.isEmpty ? t("none") : t("noMatch", { query: slash.query })}</p>
        )}
      </div>
      <p className="flex items-center gap-3 border-t px-3 py-1.5 text-xs text-ink-3 max-md:hidden">
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("choose")}
        </span>
        <span>
          <Kbd>↵</Kbd> {t("insert")}
        </span>
        <Link
          href={`/${slug}/settings/quick-replies`}
          prefetch={false}
          className="ms-auto text-accent hover:underline"
          onMouseDown={(event) => event.preventDefault()}
        >
          {t("manage")}
        </Link>
      </p>
    </div>
  );
}
