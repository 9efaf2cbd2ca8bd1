"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useMe } from "@/components/shell/me";
import { presenceDot } from "@/components/shell/presence";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Td } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Department, Member } from "./members-screen";

type MemberRowProps = { member: Member; departments: Department[]; onEdit: (() => void) | undefined };

export function MemberRow({ member, departments, onEdit }: MemberRowProps) {
  const t = useTranslations("settings.members");
  const presence = useTranslations("common.nav.presence");
  const me = useMe();
  const isGone = member.status === "deactivated";
  const own = departments.filter(({ id }) => member.departmentIds.includes(id));
  return (
    <tr className={clsx(isGone && "text-ink-3")}>
      <Td>
        <span className="flex items-center gap-2.5">
          <Avatar name={member.name} seed={member.id} size="small" />
          <span className="min-w-0">
            <span className="block font-medium">
              <span dir="auto">{member.name}</span>
              {member.id === me.id && <span className="font-normal text-ink-3"> {t("you")}</span>}
            </span>
            <span className="block text-sm break-words text-ink-3">{member.email}</span>
          </span>
        </span>
      </Td>
      <Td>{t(`roles.${member.role}`)}</Td>
      <Td>{t(`visibility.${member.visibility}`)}</Td>
      <Td className={clsx(own.length === 0 && "max-md:hidden")}>{own.map(({ name }) => name).join(", ") || "–"}</Td>
      <Td>
        {isGone ? (
          <Tag>{t("deactivated")}</Tag>
        ) : (
          <span className="flex items-center gap-1.5 whitespace-nowrap">
            <span aria-hidden="true" className={clsx("size-2 rounded-full", presenceDot[member.availability])} />
            {presence(member.availability)}
          </span>
        )}
      </Td>
      <Td className="text-end">
        {onEdit && (
          <Button aria-label={t("editOf", { name: member.name })} onClick={onEdit}>
            {t("edit")}
          </Button>
        )}
      </Td>
    </tr>
  );
}
