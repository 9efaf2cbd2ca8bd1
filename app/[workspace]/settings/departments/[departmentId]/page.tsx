import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readAll } from "@/components/api";
import { DepartmentScreen } from "@/components/departments/department-screen";
import { Snapshot } from "@/components/realtime/snapshot";
import { listDepartments } from "@/lib/departments";
import { listMembers } from "@/lib/members";
import { readPresent } from "@/lib/realtime";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string; departmentId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.departments");
  return { title: t("title") };
}

export default async function DepartmentPage({ params }: Props) {
  const { workspace, departmentId } = await params;
  const actor = await currentActor(workspace);
  const present = await readPresent(actor);
  const [departments, members] = await Promise.all([
    readAll((cursor) => listDepartments(actor, { cursor, limit: 100 })),
    readAll((cursor) => listMembers(actor, { cursor, limit: 100 })),
  ]);
  if (!departments.some(({ id }) => id === departmentId)) notFound();
  return (
    <Snapshot cursor={present}>
      <DepartmentScreen departmentId={departmentId} departments={departments} members={members} />
    </Snapshot>
  );
}
