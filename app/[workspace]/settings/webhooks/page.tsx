import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WebhookItemsScreen } from "@/components/webhook-items/webhook-items-screen";
import { can } from "@/lib/auth";
import { listWebhookItems } from "@/lib/inbound";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.webhooks");
  return { title: t("title") };
}

export default async function WebhooksPage({ params }: Props) {
  const { workspace } = await params;
  const actor = await currentActor(workspace);
  if (!can(actor, "webhooks.read")) notFound();
  return <WebhookItemsScreen first={await listWebhookItems(actor, { limit: 50 })} />;
}
