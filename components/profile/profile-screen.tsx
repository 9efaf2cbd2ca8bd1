"use client";

import { useTranslations } from "next-intl";
import { SettingsPage } from "@/components/settings/settings-page";
import { AccountForm } from "./account-form";
import { KeysCard } from "./keys-card";
import { NoticesCard } from "./notices-card";
import { PasswordForm } from "./password-form";
import type { MySession } from "./queries";
import { Sessions } from "./sessions";
import { WorkCard } from "./work-card";

export function ProfileScreen({ sessions }: { sessions: MySession[] }) {
  const t = useTranslations("settings.profile");
  return (
    <SettingsPage title={t("title")} words={t("words")}>
      <AccountForm />
      <WorkCard />
      <NoticesCard />
      <KeysCard />
      <PasswordForm />
      <Sessions sessions={sessions} />
    </SettingsPage>
  );
}
