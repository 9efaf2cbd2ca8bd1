"use client";

import { createContext, useContext } from "react";
import type { Message } from "@/lib/messages/types";

/** What a message can ask of the thread that it stands in. */
export type ThreadPlace = {
  /** Goes to a message, which is read first where it is not loaded; also to one of an earlier conversation. */
  jumpTo: (messageId: string, conversationId?: string | null) => void;
  /** Shows a picture large, among the others of the thread. */
  openPicture: (mediaId: string) => void;
  /** Says everything about a message; null where nothing more is known than what is shown. */
  showInfo: ((message: Message) => void) | null;
  /** The message or note that has to be on the page, however far from view. */
  wantedId: string | null;
};

const nowhere: ThreadPlace = {
  jumpTo: () => undefined,
  openPicture: () => undefined,
  showInfo: null,
  wantedId: null,
};

export const ThreadContext = createContext<ThreadPlace>(nowhere);

export function useThreadPlace(): ThreadPlace {
  return useContext(ThreadContext);
}

export type Picture = { mediaId: string; url: string; name: string; at: string; message: Message };

/** The pictures of a thread that are here, the oldest first. */
export function picturesOf(messages: readonly Message[]): Picture[] {
  return messages.flatMap((message) =>
    message.type === "image" && message.revokedAt === null
      ? message.media.flatMap(({ id, url, filename }) =>
          url ? [{ mediaId: id, url, name: captionOf(message) || filename || "", at: message.at, message }] : [],
        )
      : [],
  );
}

function captionOf({ content }: Message): string {
  const image = content.image as { caption?: unknown } | undefined;
  return typeof image?.caption === "string" ? image.caption : "";
}
