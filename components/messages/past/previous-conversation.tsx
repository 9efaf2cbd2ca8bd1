"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useState } from "react";
import { previousQuery } from "@/components/conversations/queries";
import { useOlder } from "@/components/messages/use-older";
import { keys } from "@/components/queries/keys";
import { PastConversation } from "./past-conversation";
import { PresentDivider } from "./past-divider";

type PreviousProps = {
  /** What follows it. */
  of: { id: string; openedAt: string };
  /** Whether what follows it is the one that is open. */
  isLatest: boolean;
  scroller: RefObject<HTMLDivElement | null>;
  now: Date;
};

/** Goes on above the first message of a conversation with the one before it, as soon as the reader gets near. */
export function PreviousConversation({ of, isLatest, scroller, now }: PreviousProps) {
  const client = useQueryClient();
  const [isNear, setNear] = useState(false);
  const isKnown = client.getQueryData(keys.previous(of.id)) !== undefined;
  const { data: previous } = useQuery({ ...previousQuery(of.id), enabled: isNear || isKnown });
  const mark = useOlder(scroller, isNear, () => setNear(true));
  if (previous === undefined) return <p ref={mark} aria-hidden="true" className="h-px" />;
  if (previous === null) return null;
  return (
    <>
      <PastConversation
        past={previous}
        scroller={scroller}
        now={now}
        above={<PreviousConversation of={previous} isLatest={false} scroller={scroller} now={now} />}
      />
      {isLatest && <PresentDivider openedAt={of.openedAt} now={now} />}
    </>
  );
}
