"use client";

import { useTranslations } from "next-intl";
import { Facts } from "@/components/contacts/panel-section";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useFailureWords } from "@/components/messages/use-failure-words";
import {
  type Message,
  type MessageStatus,
  type MessageWhy,
  messageStatuses,
  type StatusStep,
} from "@/lib/messages/types";

type WayProps = { message: Message; why: MessageWhy | null; statuses: StatusStep[] };

/** Each step with its time; where it ended badly, why and what to do. */
export function Way({ message, why, statuses }: WayProps) {
  const t = useTranslations("inbox.info");
  const shown = useTranslations("inbox.status");
  const { failure, scheduledFor } = message;
  const words = useFailureWords()(failure);
  return (
    <>
      <Facts>
        <Step name={why ? t("written") : t("arrived")} at={why?.askedAt ?? message.at} />
        {scheduledFor && <Step name={t("toLeave")} at={scheduledFor} />}
        {statuses.map(({ status, at, code }) => (
          <Step
            key={status}
            name={isKnown(status) ? shown(status) : status}
            at={at}
            note={code === null ? null : t("code", { code: String(code) })}
          />
        ))}
      </Facts>
      {failure && (
        <div className="mt-2 rounded-md bg-bad-soft px-3 py-2">
          <p className="font-medium">
            {words?.title} <span className="text-ink-2">{t("code", { code: failure.code })}</span>
          </p>
          <p className="text-ink-2">{words?.nextStep}</p>
        </div>
      )}
    </>
  );
}

function Step({ name, at, note = null }: { name: string; at: string; note?: string | null }) {
  const words = useTimeWords();
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd>
        <time dateTime={at}>{words.exact(at)}</time>
        {note && <span className="text-ink-3"> {note}</span>}
      </dd>
    </>
  );
}

function isKnown(status: string): status is MessageStatus {
  return (messageStatuses as readonly string[]).includes(status);
}
