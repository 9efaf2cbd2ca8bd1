"use client";

import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from "react";
import type { Message } from "@/lib/messages/types";
import { picturesOf, ThreadContext, useThreadPlace } from "./thread-context";

const PictureViewer = lazy(() => import("./viewer/picture-viewer"));

type SpaceProps = {
  messages: readonly Message[];
  /** Null where nothing can be sent. */
  onReply: ((message: Message) => void) | null;
  children: ReactNode;
};

/** Shows a picture of these messages large, and leads from one to the next. */
export function PictureSpace({ messages, onReply, children }: SpaceProps) {
  const around = useThreadPlace();
  const [mediaId, setMediaId] = useState<string | null>(null);
  const openPicture = useCallback((id: string) => setMediaId(id), []);
  const place = useMemo(() => ({ ...around, openPicture }), [around, openPicture]);
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
    </ThreadContext>
  );
}
