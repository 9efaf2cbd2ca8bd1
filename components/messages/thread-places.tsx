"use client";

import { useSearchParams } from "next/navigation";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { isUuid } from "@/lib/ids";
import type { Message } from "@/lib/messages/types";
import { picturesOf, ThreadContext } from "./thread-context";
import { useJump } from "./use-jump";

const PictureViewer = lazy(() => import("./viewer/picture-viewer"));
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
  const { jumpTo, wantedId } = useJump(conversationId);
  const [mediaId, setMediaId] = useState<string | null>(null);
  const [told, setTold] = useState<Message | null>(null);
  const openPicture = useCallback((id: string) => setMediaId(id), []);
  const place = useMemo(
    () => ({ jumpTo: (id: string) => void jumpTo(id), openPicture, showInfo: setTold, wantedId }),
    [jumpTo, openPicture, wantedId],
  );
  const linked = useSearchParams().get("message");
  useEffect(() => {
    if (isUuid(linked)) void jumpTo(linked);
  }, [linked, jumpTo]);
  return (
    <ThreadContext value={place}>
      {children}
      {mediaId && (
        <Suspense>
          <PictureViewer
            pictures={picturesOf(messages)}
            mediaId={mediaId}
            onShow={setMediaId}
            onReply={onReply}
            onClose={() => setMediaId(null)}
          />
        </Suspense>
      )}
      {told && (
        <Suspense>
          <InfoDialog message={messages.find(({ id }) => id === told.id) ?? told} onClose={() => setTold(null)} />
        </Suspense>
      )}
    </ThreadContext>
  );
}
