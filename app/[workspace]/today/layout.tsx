import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

export default async function TodayLayout({ children }: { children: ReactNode }) {
  const { common, inbox, problems, queues } = await getMessages();
  return <NextIntlClientProvider messages={{ common, inbox, problems, queues }}>{children}</NextIntlClientProvider>;
}
