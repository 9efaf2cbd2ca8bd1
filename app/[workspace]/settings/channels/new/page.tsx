import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readAll } from "@/components/api";
import { NewChannelScreen } from "@/components/channels/new-channel-screen";
import { can } from "@/lib/auth";
import { listDepartments } from "@/lib/departments";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.newChannel");
  return { title: t("title") };
}

export default async function NewChannelPage({ params }: Props) {
  const { workspace } = await params;
  const actor = await currentActor(workspace);
  if (!can(actor, "channels.manage")) notFound();
  const departments = await readAll((cursor) => listDepartments(actor, { cursor, limit: 100 }));
  return <NewChannelScreen departments={departments} />;
}
