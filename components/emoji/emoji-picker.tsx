"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { useDirection } from "@/components/ui/reading-direction";
import { Skeleton } from "@/components/ui/skeleton";
import { type EmojiGroup, loadEmoji } from "./catalogue";
import { EmojiSection } from "./emoji-section";
import { inTone, keepTone, noteUse, readRecent, readTone } from "./habits";
import { searchEmoji } from "./search";
import { TonePicker } from "./tone-picker";

const COLUMNS = 8;

type Section = { name: string; label: string; emoji: { unicode: string; label: string }[] };

/** All emoji, with those used lately first: by search, by arrow keys or by pointer. */
export function EmojiPicker({ onChoose }: { onChoose: (emoji: string) => void }) {
  const t = useTranslations("composer.emoji");
  const locale = useLocale();
  const direction = useDirection();
  const id = useId();
  const [query, setQuery] = useState("");
  const [tone, setTone] = useState(readTone);
  const [active, setActive] = useState(-1);
  const { data: groups, isError } = useQuery({ queryKey: ["emoji", locale], queryFn: () => loadEmoji(locale) });
  const sections = useMemo(() => sectionsOf(groups ?? [], query, tone, t), [groups, query, tone, t]);
  const all = sections.flatMap(({ emoji }) => emoji);
  const choose = (unicode: string) => {
    noteUse(unicode);
    onChoose(unicode);
  };
  const moveTo = (index: number) => {
    const next = Math.max(-1, Math.min(all.length - 1, index));
    setActive(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: active < 0 ? 1 : COLUMNS, ArrowUp: -COLUMNS };
    if (active >= 0) Object.assign(steps, { ArrowRight: 1, ArrowLeft: -1 });
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      moveTo(active + (direction === "rtl" && Math.abs(step) === 1 && active >= 0 ? -step : step));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const chosen = all[active] ?? (query === "" ? undefined : all[0]);
      if (chosen) choose(chosen.unicode);
    }
  };
  let before = 0;
  return (
    <div>
      <div className="flex items-center gap-1.5 pb-1.5">
        <input
          type="text"
          role="combobox"
          aria-expanded={all.length > 0}
          aria-controls={all.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          aria-label={t("search")}
          placeholder={t("search")}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          className="h-8 min-w-0 flex-1 rounded-md border border-line bg-surface px-2 text-md outline-none focus:border-accent"
        />
        <TonePicker
          tone={tone}
          onChange={(next) => {
            setTone(next);
            keepTone(next);
          }}
        />
      </div>
      <div className="h-56 overflow-y-auto">
        {!groups && !isError && <Skeleton className="h-40 w-full" />}
        {isError && <p className="py-6 text-center text-sm text-ink-2">{t("failed")}</p>}
        {groups && all.length === 0 && <p className="py-6 text-center text-sm text-ink-2">{t("none", { query })}</p>}
        {all.length > 0 && (
          <div id={`${id}-list`} role="listbox" aria-label={t("all")}>
            {sections.map(({ name, label, emoji }) => {
              const firstAt = before;
              before += emoji.length;
              const own = active >= firstAt && active < before ? active - firstAt : -1;
              return (
                <EmojiSection
                  key={name}
                  label={label}
                  emoji={emoji}
                  active={own}
                  idOf={(at) => `${id}-${firstAt + at}`}
                  onChoose={choose}
                />
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
}

function sectionsOf(
  groups: EmojiGroup[],
  query: string,
  tone: number,
  t: ReturnType<typeof useTranslations<"composer.emoji">>,
): Section[] {
  const shown = (emoji: EmojiGroup["emoji"]) =>
    emoji.map((each) => ({ unicode: inTone(each, tone), label: each.label }));
  if (query.trim() !== "") {
    const found = searchEmoji(groups, query);
    return found.length === 0 ? [] : [{ name: "found", label: t("found"), emoji: shown(found) }];
  }
  if (groups.length === 0) return [];
  const labels = new Map(
    groups.flatMap(({ emoji }) =>
      emoji.flatMap(({ unicode, tones, label }) => [unicode, ...tones].map((each) => [each, label] as const)),
    ),
  );
  const recent = readRecent().map((unicode) => ({ unicode, label: labels.get(unicode) ?? unicode }));
  return [
    { name: "recent", label: t("recent"), emoji: recent },
    ...groups.map(({ name, emoji }) => ({ name, label: t(name), emoji: shown(emoji) })),
  ];
}
