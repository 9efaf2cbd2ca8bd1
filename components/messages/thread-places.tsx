"use client";

import { useSearchParams } from "next/navigation";
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from "react";
import { spotOf } from "@/components/conversations/use-inbox-url";
import { useActions } from "@/components/keyboard/use-actions";
import type { Message } from "@/lib/messages/types";
import { focusedIn, pressInBubble } from "./focused-bubble";
import { PictureSpace } from "./picture-space";
import { ThreadContext } from "./thread-context";
import { useJump } from "./use-jump";

const InfoDialog = lazy(() => import("./info/info-dialog"));

type PlacesProps = {
  conversationId: string;
  messages: readonly Message[];
  /** Null where nothing can be sent. */
  onReply: ((message: Message) => void) | null;
  children: ReactNode;
};

/** Lets the messages of a thread lead to one another: to what was quoted, and from picture to picture. */
export function ThreadPlaces({ conversationId, messages, onReply, children }: PlacesProps) {
  const { jumpTo, jumpToNote, wantedId } = useJump(conversationId);
  const [told, setTold] = useState<Message | null>(null);
  const place = useMemo(
    () => ({
      jumpTo: (id: string, inConversation?: string | null) => void jumpTo(id, inConversation),
      openPicture: () => undefined,
      showInfo: setTold,
      wantedId,
    }),
    [jumpTo, wantedId],
  );
  const latest = messages.at(-1);
  useActions({
    react: latest && (() => pressInBubble("react")),
    forward: latest && (() => pressInBubble("forward")),
    messageInfo: latest && (() => setTold(focusedIn(messages) ?? latest)),
  });
  const { kind, id } = spotOf(useSearchParams()) ?? {};
  useEffect(() => {
    if (id) void (kind === "note" ? jumpToNote(id) : jumpTo(id));
  }, [kind, id, jumpTo, jumpToNote]);
  return (
    <ThreadContext value={place}>
      <PictureSpace messages={messages} onReply={onReply}>
        {children}
      </PictureSpace>
      {told && (
        <Suspense>
          <InfoDialog message={messages.find(({ id }) => id === told.id) ?? told} onClose={() => setTold(null)} />
        </Suspense>
      )}
    </ThreadContext>
  );
}
