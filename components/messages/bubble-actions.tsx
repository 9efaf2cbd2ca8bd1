"use client";

import { clsx } from "clsx";
import { Reply, SmilePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { Message } from "@/lib/messages/types";
import { ForwardButton } from "./forward/forward-button";

const loadPicker = () => import("./reaction-picker");
const ReactionPicker = lazy(loadPicker);

type ActionsProps = {
  message: Message;
  /** Null where nothing can be said; what was said can be passed on all the same. */
  onReply: ((message: Message) => void) | null;
};

/** Answer, react or pass on; beside the bubble under the pointer, and reachable by Tab. */
export function BubbleActions({ message, onReply }: ActionsProps) {
  const isOurs = message.direction === "out";
  const t = useTranslations("inbox.thread");
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const react = (
    <IconButton
      label={t("react")}
      data-offers="react"
      onPointerEnter={() => void loadPicker()}
      onClick={() => {
        setWanted(true);
        setOpen(true);
      }}
    >
      <SmilePlus className="size-4" />
    </IconButton>
  );
  return (
    <div
      data-open={open}
      className={clsx(
        "absolute inset-y-0 flex items-center px-1 max-md:flex-col max-md:justify-center max-md:px-0 opacity-0 transition-opacity group-focus-within/bubble:opacity-100 group-hover/bubble:opacity-100 data-[open=true]:opacity-100 [@media(hover:none)]:opacity-60",
        isOurs ? "end-full flex-row-reverse" : "start-full",
      )}
    >
      {onReply && (
        <IconButton label={t("reply")} onClick={() => onReply(message)}>
          <Reply className="size-4 rtl:-scale-x-100" />
        </IconButton>
      )}
      {onReply && wanted && (
        <Suspense fallback={react}>
          <ReactionPicker message={message} trigger={react} open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
      {onReply && !wanted && react}
      <ForwardButton message={message} />
    </div>
  );
}
