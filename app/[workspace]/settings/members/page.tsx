import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readAll } from "@/components/api";
import { MembersScreen } from "@/components/members/members-screen";
import { Snapshot } from "@/components/realtime/snapshot";
import { can } from "@/lib/auth";
import { listDepartments } from "@/lib/departments";
import { listInvitations, listMembers } from "@/lib/members";
import { readPresent } from "@/lib/realtime";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.members");
  return { title: t("title") };
}

export default async function MembersPage({ params }: Props) {
  const { workspace } = await params;
  const actor = await currentActor(workspace);
  const present = await readPresent(actor);
  const [members, departments, invitations] = await Promise.all([
    readAll((cursor) => listMembers(actor, { cursor, limit: 100 })),
    readAll((cursor) => listDepartments(actor, { cursor, limit: 100 })),
    can(actor, "members.manage") ? readAll((cursor) => listInvitations(actor, { cursor, limit: 100 })) : [],
  ]);
  return (
    <Snapshot cursor={present}>
      <MembersScreen members={members} departments={departments} invitations={invitations} />
    </Snapshot>
  );
}
