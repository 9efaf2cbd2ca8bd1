import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InboxScreen } from "@/components/conversations/inbox-screen";
import { currentActor } from "@/lib/web/current-actor";
import { type InboxParams, readInbox } from "./read-inbox";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<InboxParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("inbox");
  return { title: t("title") };
}

export default async function InboxPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const actor = await currentActor(workspace);
  return <InboxScreen snapshot={await readInbox(actor, await searchParams, null)} />;
}
