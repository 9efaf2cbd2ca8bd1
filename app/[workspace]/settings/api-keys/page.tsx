import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readAll } from "@/components/api";
import { ApiKeysScreen } from "@/components/api-keys/api-keys-screen";
import { can, listApiKeys } from "@/lib/auth";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.api-keys");
  return { title: t("title") };
}

export default async function ApiKeysPage({ params }: Props) {
  const { workspace } = await params;
  const actor = await currentActor(workspace);
  if (!can(actor, "apiKeys.manage")) notFound();
  const apiKeys = await readAll((cursor) => listApiKeys(actor, { cursor, limit: 100 }));
  return <ApiKeysScreen apiKeys={apiKeys} />;
}
