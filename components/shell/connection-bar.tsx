"use client";

import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useOutgoing } from "@/components/messages/outgoing/provider";
import { useLiveState } from "@/components/realtime/provider";

const PATIENCE_MS = 2_500;

/** Says when new messages may come late. A short break is nobody's concern. */
export function ConnectionBar() {
  const t = useTranslations("common.live");
  const outgoingWords = useTranslations("composer.outgoing");
  const waiting = useOutgoing().filter(({ state }) => state === "waiting" || state === "sending").length;
  const isLive = useLiveState() === "live";
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (isLive) {
      setIsLate(false);
      return;
    }
    const timer = setTimeout(() => setIsLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isLive]);
  return (
    <div role="status">
      {isLate && (
        <p className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-1.5 text-center text-sm text-warn">
          <CloudOff className="size-4 shrink-0" aria-hidden="true" />
          <span>
            <strong className="font-semibold">{t("reconnecting")}</strong>{" "}
            {waiting > 0 ? outgoingWords("count", { count: waiting }) : t("meaning")}
          </span>
        </p>
      )}
    </div>
  );
}
