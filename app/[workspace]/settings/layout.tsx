import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { SettingsNav } from "@/components/settings/settings-nav";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { common, greetings, hours, problems, routing, rules, runs, settings, templates } = await getMessages();
  return (
    <NextIntlClientProvider
      messages={{
        common,
        greetings,
        hours,
        problems,
        routing,
        rules,
        runs,
        settings,
        templates: { form: templates.form },
      }}
    >
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <SettingsNav />
        {children}
      </div>
    </NextIntlClientProvider>
  );
}
