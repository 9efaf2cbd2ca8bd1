"use client";

import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { FormattedText } from "@/components/messages/formatting/formatted-text";
import { useMe } from "@/components/shell/me";
import { Checkbox } from "@/components/ui/checkbox";
import { fillGreeting, type GreetingValues, opensAtWords, waitWords } from "@/lib/greetings/types";
import { HOUR } from "@/lib/time";

type PreviewProps = {
  text: string;
  language: string;
  departmentName: string | null;
  channelName: string | null;
};

/** As the customer sees it: filled in, and on demand as it is where nothing is known. */
export function GreetingPreview({ text, language, departmentName, channelName }: PreviewProps) {
  const t = useTranslations("greetings");
  const now = useNow();
  const me = useMe();
  const [isKnown, setIsKnown] = useState(true);
  const opensAt = new Date(Math.ceil((now.getTime() + 14 * HOUR) / HOUR) * HOUR);
  const values: GreetingValues = {
    "workspace.name": me.workspace.name,
    "department.name": departmentName ?? (isKnown ? t("sample.department") : null),
    "channel.name": channelName ?? t("sample.channel"),
    ...(isKnown && {
      "contact.firstName": t("sample.firstName"),
      "contact.name": t("sample.name"),
      "queue.place": "3",
      "queue.wait": waitWords({ fromSeconds: 300, toSeconds: 600 }, language),
      "hours.opensAt": opensAtWords(opensAt, now, me.profile?.timeZone ?? "UTC", language),
    }),
  };
  const shown = fillGreeting(text, values).trim();
  return (
    <section aria-label={t("preview")} className="flex flex-col gap-2 rounded-lg bg-sunken p-4">
      <div
        dir="auto"
        lang={language}
        className="w-fit max-w-full self-end rounded-xl rounded-ee-sm bg-bubble-out px-2.75 py-1.75 text-lg break-words"
      >
        {shown === "" ? <span className="text-ink-3">{t("nothing")}</span> : <FormattedText text={shown} />}
      </div>
      <Checkbox
        label={t("unknown")}
        checked={!isKnown}
        onChange={(event) => setIsKnown(!event.target.checked)}
        className="text-sm"
      />
      <p className="text-sm text-ink-3">{t("unknownHint", { example: "{{contact.firstName|there}}" })}</p>
    </section>
  );
}
