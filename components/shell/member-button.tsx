"use client";

import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { membersQuery } from "@/components/members/queries";
import { Avatar } from "@/components/ui/avatar";
import { useMe } from "./me";
import { presenceDot } from "./presence";

const loadMenu = () => import("./member-menu");
const MemberMenu = lazy(loadMenu);

/** The member at the foot of the rail, with their presence; opens the menu, which is loaded when it is wanted. */
export function MemberButton() {
  const t = useTranslations("common.nav");
  const me = useMe();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const presence = useQuery(membersQuery).data?.find(({ id }) => id === me.id)?.availability ?? "offline";
  const button = (
    <button
      type="button"
      className="relative block rounded-full"
      onPointerEnter={() => void loadMenu()}
      onClick={() => {
        setWanted(true);
        setOpen(true);
      }}
    >
      <Avatar name={me.name} seed={me.id} className="size-8 text-xs">
        <span
          className={clsx(
            "absolute -end-px -bottom-px size-2.5 rounded-full ring-2 ring-sunken",
            presenceDot[presence],
          )}
        />
      </Avatar>
      <span className="sr-only">{t("member", { name: me.name, presence: t(`presence.${presence}`) })}</span>
    </button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <MemberMenu trigger={button} open={open} onOpenChange={setOpen} presence={presence} />
    </Suspense>
  );
}
