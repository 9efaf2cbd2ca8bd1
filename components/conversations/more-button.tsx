"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Late } from "@/components/ui/late";
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
  const button = (
    <IconButton label={t("title")}>
      <Ellipsis className="size-4.5" />
    </IconButton>
  );
  return (
    <Late button={button} load={loadMenu}>
      {(parts) => <MoreMenu {...parts} {...props} />}
    </Late>
  );
}
