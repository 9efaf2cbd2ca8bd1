"use client";

import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { Inbox, Scale, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { departmentsQuery } from "@/components/departments/queries";
import { membersQuery } from "@/components/members/queries";
import { useMay, useMe } from "@/components/shell/me";
import { presenceDot } from "@/components/shell/presence";
import { Avatar } from "@/components/ui/avatar";
import { Kbd } from "@/components/ui/kbd";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { Opening } from "@/components/ui/opening";
import { Skeleton } from "@/components/ui/skeleton";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { Target } from "./use-conversation-actions";

const loadDecision = () => import("@/components/routing/decision-dialog");
const DecisionDialog = lazy(loadDecision);

type AssignMenuProps = {
  trigger: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Of several there is no one id. */
  conversation: Pick<ConversationSummary, "assignee" | "department"> & { id?: string };
  /** Of several conversations, some may be the member's own to give away: each answers for itself. */
  offersAll?: boolean;
  onAssign: (target: Target) => void;
};

export default function AssignMenu({
  trigger,
  open,
  onOpenChange,
  conversation,
  offersAll = false,
  onAssign,
}: AssignMenuProps) {
  const t = useTranslations("inbox.assign");
  const me = useMe();
  const members = useQuery(membersQuery);
  const departments = useQuery(departmentsQuery);
  const why = useTranslations("routing.decision");
  const [isAsking, setAsking] = useState(false);
  const { id: conversationId, assignee, department } = conversation;
  const isMine = assignee?.id === me.id;
  const mayMoveOthers = useMay("conversations.assignOthers") || isMine || offersAll;
  const colleagues = (members.data ?? []).filter(({ id, status }) => id !== me.id && status === "active");
  const menu = (
    <Menu trigger={trigger} open={open} onOpenChange={onOpenChange} className="w-68">
      {!isMine && (
        <MenuItem
          icon={<Avatar name={me.name} seed={me.id} size="small" className="size-5" />}
          onSelect={() => onAssign({ assigneeId: "me" })}
          end={<Kbd>⇧A</Kbd>}
        >
          {assignee ? t("takeOver") : t("claim")}
        </MenuItem>
      )}
      {conversationId && assignee && (
        <MenuItem icon={<Scale className="size-4" />} onSelect={() => setAsking(true)}>
          {why("title")}
        </MenuItem>
      )}
      {(assignee || offersAll) && mayMoveOthers && (
        <MenuItem icon={<Inbox className="size-4" />} onSelect={() => onAssign({ assigneeId: null })}>
          {t("backToQueue")}
        </MenuItem>
      )}
      {mayMoveOthers && (
        <>
          <MenuSeparator />
          <MenuLabel>{t("members")}</MenuLabel>
          {members.isPending && <Skeleton className="mx-2 my-2 h-4" />}
          {colleagues.map(({ id, name, availability }) => (
            <MenuItem
              key={id}
              chosen={id === assignee?.id}
              icon={
                <Avatar name={name} seed={id} size="small" className="size-5">
                  <span
                    className={clsx(
                      "absolute -end-0.5 -bottom-0.5 size-2 rounded-full ring-2 ring-raised",
                      presenceDot[availability],
                    )}
                  />
                </Avatar>
              }
              end={<span className="text-xs text-ink-3">{t(`presence.${availability}`)}</span>}
              onSelect={() => onAssign({ assigneeId: id })}
            >
              {name}
            </MenuItem>
          ))}
          <MenuLabel>{t("departments")}</MenuLabel>
          {(departments.data ?? []).map(({ id, name }) => (
            <MenuItem
              key={id}
              chosen={id === department?.id}
              icon={<UsersRound className="size-4" />}
              onSelect={() => onAssign({ assigneeId: null, departmentId: id })}
            >
              {name}
            </MenuItem>
          ))}
        </>
      )}
    </Menu>
  );
  return (
    <>
      {menu}
      {isAsking && conversationId && assignee && (
        <Suspense fallback={<Opening />}>
          <DecisionDialog asked={{ conversationId, memberId: assignee.id }} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
