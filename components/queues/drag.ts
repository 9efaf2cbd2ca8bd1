"use client";

import { type DragEvent, useState } from "react";
import type { ConversationSummary } from "@/lib/conversations/types";

/** Firefox drags nothing that carries no words. */
const KIND = "text/plain";

/** A conversation that is being dragged, and onto what. What drags has a menu that does the same by keyboard. */
export function useDrag(onDrop: (conversation: ConversationSummary, onto: string) => void) {
  const [dragged, setDragged] = useState<ConversationSummary | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return {
    dragged,
    over,
    source: (conversation: ConversationSummary) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.setData(KIND, conversation.contact.name);
        event.dataTransfer.effectAllowed = "move";
        setDragged(conversation);
      },
      onDragEnd: end,
    }),
    /** `takes`: whether it may be dropped there. */
    target: (onto: string, takes: (conversation: ConversationSummary) => boolean) => ({
      onDragOver: (event: DragEvent) => {
        if (!dragged || !takes(dragged)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "move";
        setOver(onto);
      },
      onDragLeave: () => setOver((present) => (present === onto ? null : present)),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        if (dragged && takes(dragged)) onDrop(dragged, onto);
        end();
      },
    }),
  };
}

export type Drag = ReturnType<typeof useDrag>;
