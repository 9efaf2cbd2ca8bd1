"use client";

import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useMay, useMe } from "@/components/shell/me";
import { useLanguageName } from "@/components/shell/use-language-name";
import { Tag } from "@/components/ui/tag";
import type { Decision } from "./queries";

/** What a decision stood on, each in a few words: when, how long somebody had waited, from where, for what. */
export function DecisionTags({ decision }: { decision: Decision }) {
  const t = useTranslations("routing.decision");
  const nameOf = useLanguageName();
  const times = useTimeWords();
  const now = useNow();
  const { at, department, hand, language, place, skills, waitedSeconds } = decision;
  const from = hand?.from.department;
  return (
    <div className="flex flex-wrap gap-1.5">
      <Tag title={times.exact(at)}>
        <time dateTime={at}>{times.when(at, now)}</time>
      </Tag>
      {waitedSeconds !== null && <Tag>{t("waited", { minutes: Math.floor(waitedSeconds / 60) })}</Tag>}
      {place !== null && <Tag>{t("place", { place })}</Tag>}
      {from && from.id !== department?.id && <Tag>{t("from", { department: from.name })}</Tag>}
      {department && <Tag>{t("department", { department: department.name })}</Tag>}
      {hand?.through && <ThroughTag through={hand.through} />}
      {language && <Tag>{t("language", { language: nameOf(language) })}</Tag>}
      {skills.map(({ id, name }) => (
        <Tag key={id} tone="accent">
          {t("skill", { skill: name })}
        </Tag>
      ))}
    </div>
  );
}

/** What it was a part of; whoever may look there is led there. */
function ThroughTag({ through }: { through: NonNullable<NonNullable<Decision["hand"]>["through"]> }) {
  const t = useTranslations("routing.decision.through");
  const { slug } = useMe().workspace;
  const mayManageRules = useMay("rules.manage");
  if (through.kind === "bulk") return <Tag>{t("bulk")}</Tag>;
  const words = t(through.kind, { name: through.name });
  const rule = through.kind === "rule" && mayManageRules && `rules/${through.id}?run=${through.runId}`;
  const place = through.kind === "macro" ? "macros" : rule;
  return (
    <Tag tone="accent">
      {place ? (
        <Link href={`/${slug}/settings/${place}`} prefetch={false} className="hover:underline">
          {words}
        </Link>
      ) : (
        words
      )}
    </Tag>
  );
}
