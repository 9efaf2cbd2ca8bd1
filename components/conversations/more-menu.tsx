"use client";

import { ArrowRightLeft, BellRing, MailOpen, ShieldAlert, ShieldCheck, Tag, Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { type ConversationSummary, priorities } from "@/lib/conversations/types";
import { PriorityMark } from "./priority-mark";
import type { SetAside } from "./use-set-aside";

type MoreMenuProps = {
  trigger: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  conversation: ConversationSummary;
  setAside: SetAside;
  onTransfer: () => void;
  onLabel: () => void;
  onUnread: () => void;
  onRemind: () => void;
  onMacro: () => void;
};

/** What is done now and then with a conversation. */
export default function MoreMenu(props: MoreMenuProps) {
  const { trigger, open, onOpenChange, conversation, setAside, onTransfer, onLabel, onUnread, onRemind, onMacro } =
    props;
  const t = useTranslations("inbox.more");
  const priorityWords = useTranslations("inbox.priority");
  const isResolved = conversation.state === "resolved";
  return (
    <Menu trigger={trigger} open={open} onOpenChange={onOpenChange} className="w-60">
      {!isResolved && (
        <MenuItem icon={<ArrowRightLeft className="size-4" />} onSelect={onTransfer} end={<Kbd>T</Kbd>}>
          {t("transfer")}
        </MenuItem>
      )}
      <MenuItem icon={<Tag className="size-4" />} onSelect={onLabel} end={<Kbd>L</Kbd>}>
        {t("label")}
      </MenuItem>
      {!isResolved && (
        <MenuItem icon={<MailOpen className="size-4" />} onSelect={onUnread} end={<Kbd>U</Kbd>}>
          {t("unread")}
        </MenuItem>
      )}
      <MenuItem icon={<BellRing className="size-4" />} onSelect={onRemind}>
        {t("remind")}
      </MenuItem>
      <MenuItem icon={<Zap className="size-4" />} onSelect={onMacro} end={<Kbd>M M</Kbd>}>
        {t("macro")}
      </MenuItem>
      <MenuItem
        icon={conversation.isSpam ? <ShieldCheck className="size-4" /> : <ShieldAlert className="size-4" />}
        onSelect={() => void setAside.markSpam(!conversation.isSpam)}
      >
        {t(conversation.isSpam ? "noSpam" : "spam")}
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>{priorityWords("title")}</MenuLabel>
      {priorities.map((priority) => (
        <MenuItem
          key={priority}
          icon={<PriorityMark priority={priority} />}
          chosen={priority === conversation.priority}
          onSelect={() => void setAside.prioritise(priority)}
        >
          {priorityWords(priority)}
        </MenuItem>
      ))}
    </Menu>
  );
}
