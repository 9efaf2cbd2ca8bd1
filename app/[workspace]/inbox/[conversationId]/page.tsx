import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type InboxParams, readInbox } from "@/app/[workspace]/inbox/read-inbox";
import { InboxScreen } from "@/components/conversations/inbox-screen";
import { currentActor } from "@/lib/web/current-actor";

type Props = {
  params: Promise<{ workspace: string; conversationId: string }>;
  searchParams: Promise<InboxParams>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("inbox");
  return { title: t("title") };
}

export default async function ConversationPage({ params, searchParams }: Props) {
  const { workspace, conversationId } = await params;
  const actor = await currentActor(workspace);
  return <InboxScreen snapshot={await readInbox(actor, await searchParams, conversationId)} />;
}
