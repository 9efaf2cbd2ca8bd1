import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

export default async function QueuesLayout({ children }: { children: ReactNode }) {
  const { common, inbox, problems, queues, routing } = await getMessages();
  const { decision, timeline, waiting } = routing;
  const words = { common, inbox, problems, queues, routing: { decision, timeline, waiting } };
  return <NextIntlClientProvider messages={words}>{children}</NextIntlClientProvider>;
}
