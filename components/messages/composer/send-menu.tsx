"use client";

import { Check, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Kbd } from "@/components/ui/kbd";
import type { LateParts } from "@/components/ui/late";
import { Menu, MenuItem } from "@/components/ui/menu";

type MenuProps = LateParts & { onSendAndResolve: () => void; onLater: () => void };

/** The other ways to send. */
export default function SendMenu({ onSendAndResolve, onLater, ...parts }: MenuProps) {
  const t = useTranslations("composer.send");
  return (
    <Menu {...parts} side="top">
      <MenuItem icon={<Check className="size-4" />} onSelect={onSendAndResolve} end={<Kbd>Ctrl ⇧ ↵</Kbd>}>
        {t("andResolve")}
      </MenuItem>
      <MenuItem icon={<Clock className="size-4" />} onSelect={onLater}>
        {t("later")}
      </MenuItem>
    </Menu>
  );
}
