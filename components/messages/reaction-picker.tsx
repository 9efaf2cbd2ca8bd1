"use client";

import { useQueryClient } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { call } from "@/components/api";
import { EmojiPicker } from "@/components/emoji/emoji-picker";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { Popover } from "@/components/ui/popover";
import { newId } from "@/lib/ids";
import type { SendMessage } from "@/lib/messages/schemas";
import type { Message } from "@/lib/messages/types";
import { placeMessage } from "./place";

const usual = ["👍", "❤️", "😂", "😮", "🙏", "✅"];

type PickerProps = { message: Message; trigger: ReactNode; open: boolean; onOpenChange: (open: boolean) => void };

export default function ReactionPicker({ message, trigger, open, onOpenChange }: PickerProps) {
  const t = useTranslations("inbox.thread");
  const react = useReact(message);
  const present = message.reactions.find(({ author }) => author === "us")?.emoji;
  const choose = (emoji: string) => {
    onOpenChange(false);
    react(emoji === present ? "" : emoji);
  };
  return (
    <Popover open={open} onOpenChange={onOpenChange} trigger={trigger} label={t("react")} align="center" side="top">
      <div className="w-76 p-2">
        <div className="flex justify-between border-b pb-1.5 mb-1.5">
          {usual.map((emoji) => (
            <button
              key={emoji}
              type="button"
              aria-pressed={emoji === present}
              onClick={() => choose(emoji)}
              className={clsx(
                "grid size-9 place-items-center rounded-lg text-2xl hover:bg-hover",
                emoji === present && "bg-accent-soft",
              )}
            >
              {emoji}
            </button>
          ))}
        </div>
        <EmojiPicker onChoose={choose} />
      </div>
    </Popover>
  );
}

/** Shows the reaction at once, and takes it back with a word when it was refused. */
function useReact(message: Message) {
  const client = useQueryClient();
  const onProblem = useProblemToast();
  return (emoji: string) => {
    if (!message.wamid) return;
    const others = message.reactions.filter(({ author }) => author !== "us");
    const ours = emoji === "" ? [] : [{ author: "us" as const, emoji }];
    placeMessage(client, { ...message, reactions: [...others, ...ours] });
    call<typeof SendMessage>("POST /conversations/:conversationId/messages", {
      conversationId: message.conversationId,
      clientId: newId(),
      type: "reaction",
      reaction: { message_id: message.wamid, emoji },
    }).catch((error: unknown) => {
      placeMessage(client, message);
      onProblem(error);
    });
  };
}
