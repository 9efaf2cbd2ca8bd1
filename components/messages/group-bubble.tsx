"use client";

import { clsx } from "clsx";
import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Message } from "@/lib/messages/types";
import { Bubble } from "./bubble";
import { BubbleFoot } from "./bubble-foot";
import { useThreadPlace } from "./thread-context";

type GroupProps = {
  messages: Message[];
  joinsPrevious: boolean;
  canAct: boolean;
  onReply: (message: Message) => void;
};

const SHOWN = 4;

/** Pictures and films that came together, as a grid; one by one for who wants to answer or forward a single one. */
export function GroupBubble({ messages, joinsPrevious, canAct, onReply }: GroupProps) {
  const t = useTranslations("media.group");
  const tThread = useTranslations("inbox.thread");
  const { wantedId } = useThreadPlace();
  const [isOpen, setOpen] = useState(false);
  const last = messages.at(-1);
  const isWanted = messages.some(({ id }, at) => id === wantedId && at >= SHOWN);
  if (isOpen || isWanted || !last) {
    return messages.map((message, at) => (
      <Bubble
        key={message.id}
        message={message}
        joinsPrevious={at > 0 || joinsPrevious}
        canAct={canAct}
        onReply={onReply}
      />
    ));
  }
  const isOurs = last.direction === "out";
  const shown = messages.slice(0, SHOWN);
  const hidden = messages.length - shown.length;
  return (
    <article
      aria-label={tThread(isOurs ? "ours" : "theirs")}
      className={clsx(
        "flex flex-col px-6 max-md:px-3",
        isOurs ? "items-end" : "items-start",
        joinsPrevious ? "pt-1" : "pt-2",
      )}
    >
      <div
        className={clsx(
          "w-88 max-w-[min(68%,640px)] rounded-xl border px-1.5 pt-1.5 pb-1 max-md:max-w-[84%]",
          isOurs ? "rounded-ee-sm border-transparent bg-bubble-out" : "rounded-es-sm bg-bubble-in",
        )}
      >
        <ul aria-label={t("label", { count: messages.length })} className="grid grid-cols-2 gap-1">
          {shown.map((message, at) => (
            <li
              key={message.id}
              id={`message-${message.id}`}
              className={clsx("rounded-lg transition-colors", shown.length === 3 && at === 0 && "col-span-2")}
            >
              <Tile
                message={message}
                label={t("open", { at: at + 1, count: messages.length })}
                more={hidden > 0 && at === shown.length - 1 ? hidden : 0}
                onMore={() => setOpen(true)}
              />
            </li>
          ))}
        </ul>
        <div className="flex items-center justify-between gap-2 px-1 pt-0.5">
          <button
            type="button"
            onClick={() => setOpen(true)}
            className="rounded-sm text-xs text-ink-2 underline-offset-2 hover:underline"
          >
            {t("oneByOne")}
          </button>
          <BubbleFoot message={last} />
        </div>
      </div>
    </article>
  );
}

type TileProps = { message: Message; label: string; more: number; onMore: () => void };

function Tile({ message, label, more, onMore }: TileProps) {
  const t = useTranslations("media.group");
  const { openPicture } = useThreadPlace();
  const [media] = message.media;
  if (!media?.url) return null;
  const look = "aspect-square w-full rounded-lg bg-sunken object-cover";
  const isFilm = message.type === "video";
  const open = more > 0 || isFilm ? onMore : () => openPicture(media.id);
  return (
    <button
      type="button"
      aria-label={more > 0 ? t("more", { count: more }) : label}
      onClick={open}
      className="relative block w-full overflow-hidden rounded-lg"
    >
      {isFilm ? (
        <video src={media.url} muted preload="metadata" className={look} />
      ) : (
        // biome-ignore lint/performance/noImgElement: The bytes are sealed and served as they are.
        <img src={media.url} alt="" loading="lazy" decoding="async" className={look} />
      )}
      {isFilm && (
        <span className="absolute inset-0 grid place-items-center" aria-hidden="true">
          <span className="grid size-10 place-items-center rounded-full bg-[#0009] text-[#fff]">
            <Play className="size-5" />
          </span>
        </span>
      )}
      {more > 0 && (
        <span aria-hidden="true" className="absolute inset-0 grid place-items-center bg-[#0009] text-2xl text-[#fff]">
          +{more}
        </span>
      )}
    </button>
  );
}
