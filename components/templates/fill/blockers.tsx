"use client";

import { useTranslations } from "next-intl";
import type { Filling } from "./use-filling";
import { useSlotWords } from "./use-slot-words";

export type Blockers = {
  missing: string[];
  wrong: string[];
  /** Where the keyboard goes when somebody sends all the same; null when nothing is in the way. */
  first: string | null;
};

/** What keeps the template from being sent, by the names of its fields. */
export function useBlockers({ parts, slots, problems }: Filling, others: string[]): Blockers {
  const t = useTranslations("templates.problem");
  const { labelOf } = useSlotWords(parts);
  const nameOf = (key: string) => {
    const slot = slots.find((each) => each.key === key);
    return slot ? labelOf(slot) : t("wholeOf");
  };
  const missing = problems.filter(({ code }) => code === "missing");
  const wrong = problems.filter(({ code }) => code !== "missing");
  const [first] = [...wrong, ...missing];
  const firstOther = others.length > 0 ? "" : null;
  return {
    missing: [...missing.map(({ key }) => nameOf(key)), ...others],
    wrong: [...new Set(wrong.map(({ key }) => nameOf(key)))],
    first: first ? (slots.find(({ key }) => key.startsWith(first.key))?.key ?? first.key) : firstOther,
  };
}

const MOST_NAMED = 4;

export function Blockers({ blockers: { missing, wrong } }: { blockers: Blockers }) {
  const t = useTranslations("templates.form");
  const named = (fields: string[]) => {
    const shown = fields.slice(0, MOST_NAMED).join(", ");
    const more = fields.length - MOST_NAMED;
    return more > 0 ? t("more", { fields: shown, count: more }) : shown;
  };
  return (
    <p role="status" className={wrong.length > 0 ? "text-bad" : "text-ink-2"}>
      {wrong.length > 0
        ? t("fix", { fields: named(wrong) })
        : missing.length > 0
          ? t("missing", { fields: named(missing) })
          : t("ready")}
    </p>
  );
}
