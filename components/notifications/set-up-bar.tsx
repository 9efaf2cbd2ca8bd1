"use client";

import { BellRing, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useEditPreferences, usePreferences } from "@/components/preferences/use-preferences";
import { Button } from "@/components/ui/button";
import { canBePushed, subscribe } from "./push";
import { type Permission, permissionNow, showOnDesktop } from "./show";
import { playSound } from "./sounds";

const wordsOf = { granted: "works", default: "words", denied: "blocked", impossible: "blocked" } as const;

/**
 * At the first sign-in: asks how the member wants to be told, and lets them hear and see it. It stands there before the
 * browser has been asked: what comes later pushes the page from under the pointer.
 */
export function SetUpBar() {
  const t = useTranslations("common.notices.setUp");
  const { noticesSetUp } = usePreferences();
  const edit = useEditPreferences();
  const [permission, setPermission] = useState<Permission | null>(null);
  useEffect(() => setPermission(permissionNow()), []);
  if (noticesSetUp) return null;
  const turnOn = async () => {
    const given = await Notification.requestPermission();
    setPermission(given);
    if (given !== "granted") return;
    playSound("mine");
    await showOnDesktop({ title: t("example"), body: t("exampleWords"), tag: "set-up", path: "/" }, () => undefined);
    // Not every browser has push; what is shown by an open page does without.
    if (canBePushed()) await subscribe().catch(() => undefined);
  };
  return (
    <section
      aria-label={t("title")}
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b bg-accent-soft px-4 py-1.5"
    >
      <BellRing className="size-4 shrink-0 text-accent" aria-hidden="true" />
      <p className="min-w-0 flex-1 basis-64 text-sm text-pretty">
        <strong className="font-semibold">{t("title")}</strong> {t(wordsOf[permission ?? "default"])}
      </p>
      <span className="flex gap-2">
        {permission === "default" && (
          <Button variant="primary" onClick={() => void turnOn()}>
            {t("turnOn")}
          </Button>
        )}
        <Button onClick={() => playSound("mine")}>
          <Volume2 className="size-4" aria-hidden="true" />
          {t("hear")}
        </Button>
        <Button onClick={() => edit.mutate({ noticesSetUp: true })}>
          {t(permission === "granted" ? "done" : "later")}
        </Button>
      </span>
    </section>
  );
}
