"use client";

import { useTranslations } from "next-intl";
import { SettingsPage } from "@/components/settings/settings-page";
import { AccountForm } from "./account-form";
import { PasswordForm } from "./password-form";
import type { MySession } from "./queries";
import { Sessions } from "./sessions";

export function ProfileScreen({ sessions }: { sessions: MySession[] }) {
  const t = useTranslations("settings.profile");
  return (
    <SettingsPage title={t("title")} words={t("words")}>
      <AccountForm />
      <PasswordForm />
      <Sessions sessions={sessions} />
    </SettingsPage>
  );
}
