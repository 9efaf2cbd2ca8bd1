"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import type { Option } from "./use-fact-words";

type ChoiceProps = { label: string; options: Option[]; value: string[]; onChange: (value: string[]) => void };

/** Some of many: what is chosen stands as words, and one more comes by the select. */
export function ChoiceField({ label, options, value, onChange }: ChoiceProps) {
  const t = useTranslations("rules");
  const ofRuns = useTranslations("runs");
  const open = options.filter((option) => !value.includes(option.value));
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1">
      {value.map((each) => {
        const name = options.find((option) => option.value === each)?.label ?? ofRuns("gone");
        return (
          <span key={each} className="flex h-7 items-center gap-1 rounded-md bg-accent-soft ps-2 pe-1 text-sm">
            <bdi>{name}</bdi>
            <button
              type="button"
              aria-label={t("takeAway", { name })}
              className="rounded-sm p-0.5 text-ink-2 hover:text-ink"
              onClick={() => onChange(value.filter((other) => other !== each))}
            >
              <X className="size-3" aria-hidden="true" />
            </button>
          </span>
        );
      })}
      {open.length > 0 && (
        <Select
          aria-label={label}
          className="w-40"
          value=""
          onChange={({ target }) => target.value !== "" && onChange([...value, target.value])}
        >
          <option value="">{t(value.length === 0 ? "choose" : "addChoice")}</option>
          {open.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}
