"use client";

import { type DragEvent, useState } from "react";

/** Firefox drags nothing that carries no words. */
const KIND = "text/plain";

/** What is being dragged, and onto what. Whatever drags has buttons or a menu that do the same by keyboard. */
export function useDragging<Item>(nameOf: (item: Item) => string, onDrop: (item: Item, onto: string) => void) {
  const [dragged, setDragged] = useState<Item | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return {
    dragged,
    over,
    source: (item: Item) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.setData(KIND, nameOf(item));
        event.dataTransfer.effectAllowed = "move";
        setDragged(item);
      },
      onDragEnd: end,
    }),
    /** `takes`: whether it may be dropped there. */
    target: (onto: string, takes: (item: Item) => boolean) => ({
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
