"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { SetAside } from "./use-set-aside";

const loadMenu = () => import("./more-menu");
const MoreMenu = lazy(loadMenu);

type MoreButtonProps = {
  conversation: ConversationSummary;
  setAside: SetAside;
  onTransfer: () => void;
  onLabel: () => void;
  onUnread: () => void;
  onRemind: () => void;
  onMacro: () => void;
};

export function MoreButton(props: MoreButtonProps) {
  const t = useTranslations("inbox.more");
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const button = (
    <IconButton
      label={t("title")}
      onPointerEnter={() => void loadMenu()}
      onClick={() => {
        setWanted(true);
        setOpen(true);
      }}
    >
      <Ellipsis className="size-4.5" />
    </IconButton>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <MoreMenu trigger={button} open={open} onOpenChange={setOpen} {...props} />
    </Suspense>
  );
}
