"use client";

import { useNow, useTranslations } from "next-intl";
import { useSourceWords } from "@/components/consent/use-source-words";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useThreadPlace } from "@/components/messages/thread-context";
import { useMe } from "@/components/shell/me";
import { useRefusalWords } from "@/components/shell/use-refusal-words";
import { useCategoryWords } from "@/components/templates/use-category-words";
import { Button } from "@/components/ui/button";
import type { Message, MessageWhy } from "@/lib/messages/types";

type WhyProps = { message: Message; why: MessageWhy; onClose: () => void };

/** Who or what sent a message, and which rule let it leave or kept it. */
export function Why({ message, why, onClose }: WhyProps) {
  const t = useTranslations("inbox.info");
  const { jumpTo } = useThreadPlace();
  const { origin } = why;
  return (
    <div className="flex flex-col items-start gap-1">
      <p>{useSenderWords()(message, why)}</p>
      {origin.kind === "again" && (
        <Button
          size="small"
          onClick={() => {
            onClose();
            jumpTo(origin.messageId);
          }}
        >
          {t("toEarlier")}
        </Button>
      )}
      <Gate gate={why.gate} />
    </div>
  );
}

function useSenderWords() {
  const t = useTranslations("inbox.info.by");
  const words = useTimeWords();
  const me = useMe();
  return ({ author, scheduledFor }: Message, { origin, askedAt }: MessageWhy) => {
    const who = author.id !== null && author.id === me.id ? "me" : author.kind;
    const by = { who, name: author.name ?? "", time: words.exact(askedAt) };
    if (origin.kind === "consent_confirmation") return t(origin.state, { time: by.time });
    if (origin.kind === "automation") return t(origin.by, { time: by.time, name: origin.name });
    if (origin.kind === "macro") return t("macro", { ...by, macro: origin.name });
    if (origin.kind === "again") return t("again", by);
    return scheduledFor ? t("scheduled", { ...by, scheduled: words.exact(scheduledFor) }) : t("direct", by);
  };
}

function Gate({ gate }: { gate: MessageWhy["gate"] }) {
  const t = useTranslations("inbox.info");
  const words = useTimeWords();
  const { nameOf } = useCategoryWords();
  const refusalWords = useRefusalWords();
  if (gate.verdict === "waiting" || gate.verdict === "unknown")
    return <p className="text-ink-2">{t(`gate.${gate.verdict}`)}</p>;
  if (gate.verdict === "refused") {
    const { title: reason, nextStep } = refusalWords({ ...gate, title: gate.reason });
    return (
      <>
        <p className="text-bad">{t("gate.refused", { code: gate.code, reason })}</p>
        <p className="text-ink-2">{nextStep}</p>
      </>
    );
  }
  const time = words.exact(gate.at);
  if (gate.rule === "window") {
    const until = gate.windowClosesAt && words.exact(gate.windowClosesAt);
    return <p>{until ? t("gate.window", { time, until }) : t("gate.windowUnknown", { time })}</p>;
  }
  return (
    <>
      <p>{t("gate.template", { time, category: gate.category ? nameOf(gate.category) : "?" })}</p>
      <Basis purpose={gate.purpose} consent={gate.consent} />
    </>
  );
}

type Template = Extract<MessageWhy["gate"], { rule: "template" }>;

function Basis({ purpose, consent }: Pick<Template, "purpose" | "consent">) {
  const t = useTranslations("inbox.info");
  const words = useTimeWords();
  const now = useNow();
  const sourceOf = useSourceWords();
  const named = t(`purposes.${purpose}`);
  if (consent?.state !== "granted") return <p className="text-ink-2">{t("gate.needsConsent", { purpose: named })}</p>;
  const { source, at } = consent;
  return <p>{t("gate.consent", { purpose: named, source: sourceOf(source), date: words.date(at, now) })}</p>;
}
