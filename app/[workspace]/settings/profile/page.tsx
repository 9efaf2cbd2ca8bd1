import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readAll } from "@/components/api";
import { ProfileScreen } from "@/components/profile/profile-screen";
import { listMySessions } from "@/lib/auth";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.profile");
  return { title: t("title") };
}

export default async function ProfilePage({ params }: Props) {
  const { workspace } = await params;
  const actor = await currentActor(workspace);
  const sessions = await readAll((cursor) => listMySessions(actor, { cursor, limit: 100 }));
  return <ProfileScreen sessions={sessions} />;
}
