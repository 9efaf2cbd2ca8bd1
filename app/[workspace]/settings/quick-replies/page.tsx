import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readAll } from "@/components/api";
import { QuickRepliesScreen } from "@/components/quick-replies/quick-replies-screen";
import { Snapshot } from "@/components/realtime/snapshot";
import { listDepartments } from "@/lib/departments";
import { listQuickReplies } from "@/lib/quick-replies";
import { readPresent } from "@/lib/realtime";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.quick-replies");
  return { title: t("title") };
}

export default async function QuickRepliesPage({ params }: Props) {
  const actor = await currentActor((await params).workspace);
  const present = await readPresent(actor);
  const [replies, departments] = await Promise.all([
    readAll((cursor) => listQuickReplies(actor, { cursor, limit: 100 })),
    readAll((cursor) => listDepartments(actor, { cursor, limit: 100 })),
  ]);
  return (
    <Snapshot cursor={present}>
      <QuickRepliesScreen replies={replies} departments={departments} />
    </Snapshot>
  );
}
