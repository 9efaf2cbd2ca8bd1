import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MembersScreen } from "@/components/members/members-screen";
import { can } from "@/lib/auth";
import { listDepartments } from "@/lib/departments";
import { listInvitations, listMembers } from "@/lib/members";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.members");
  return { title: t("title") };
}

export default async function MembersPage({ params }: Props) {
  const { workspace } = await params;
  const actor = await currentActor(workspace);
  const [members, departments, invitations] = await Promise.all([
    listMembers(actor, { limit: 100 }),
    listDepartments(actor, { limit: 100 }),
    can(actor, "members.manage") ? listInvitations(actor, { limit: 100 }) : null,
  ]);
  return (
    <MembersScreen members={members.items} departments={departments.items} invitations={invitations?.items ?? []} />
  );
}
