"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useOwnAvailability } from "@/components/availability/use-own-availability";
import { usePresenceWords } from "@/components/availability/use-presence-words";
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
  const { state: presence, reason } = useOwnAvailability();
  const presenceWords = usePresenceWords();
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
      <span className="sr-only">{t("member", { name: me.name, presence: presenceWords(presence, reason) })}</span>
    </button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <MemberMenu trigger={button} open={open} onOpenChange={setOpen} />
    </Suspense>
  );
}
