"use client";

import { useDragging } from "@/components/ui/use-dragging";
import type { ConversationSummary } from "@/lib/conversations/types";

const nameOf = ({ contact }: ConversationSummary) => contact.name;

/** A conversation that is being dragged, and onto what. What drags has a menu that does the same by keyboard. */
export function useDrag(onDrop: (conversation: ConversationSummary, onto: string) => void) {
  return useDragging(nameOf, onDrop);
}

export type Drag = ReturnType<typeof useDrag>;
