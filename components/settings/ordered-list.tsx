"use client";

import { clsx } from "clsx";
import { GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useDragging } from "@/components/ui/use-dragging";
import { OrderButtons } from "./order-buttons";
import type { To } from "./use-order";

type Named = { id: string; name: string };

type ListProps<Item extends Named> = {
  items: readonly Item[];
  onMove: (item: Item, to: To) => number;
  /** How a row is laid out. */
  className: string;
  /** A row, with the buttons that move it where it wants them. */
  children: (item: Item, buttons: ReactNode) => ReactNode;
};

/** What is put in order: by dragging a row onto the place of another, and by buttons. Where it went is read aloud. */
export function OrderedList<Item extends Named>({ items, onMove, className, children }: ListProps<Item>) {
  const t = useTranslations("common.order");
  const [said, setSaid] = useState("");
  const placeOf = (wantedId: string) => items.findIndex(({ id }) => id === wantedId);
  const move = (item: Item, to: To) => {
    const place = onMove(item, to);
    setSaid(t("movedTo", { name: item.name, place: place + 1, count: items.length }));
  };
  const { dragged, over, ...drag } = useDragging<Item>(
    ({ name }) => name,
    (item, ontoId) => move(item, { place: placeOf(ontoId) }),
  );
  const isAlone = items.length === 1;
  return (
    <>
      <ol className="divide-y">
        {items.map((item, at) => {
          const { id, name } = item;
          const isOver = over === id && dragged !== null;
          return (
            <li
              key={id}
              {...(isAlone ? {} : drag.source(item))}
              {...drag.target(id, (other) => other.id !== id)}
              className={clsx(
                "relative",
                className,
                !isAlone && "cursor-grab",
                dragged?.id === id && "opacity-50",
                isOver && "before:absolute before:inset-x-0 before:h-0.5 before:bg-accent",
                isOver && (placeOf(dragged.id) < at ? "before:-bottom-px" : "before:-top-px"),
              )}
            >
              {!isAlone && (
                <GripVertical className="-ms-2 size-3.5 shrink-0 self-center text-line-strong" aria-hidden="true" />
              )}
              {children(
                item,
                <OrderButtons
                  at={at}
                  count={items.length}
                  words={{ up: t("up", { name }), down: t("down", { name }) }}
                  onStep={(step) => move(item, { step })}
                />,
              )}
            </li>
          );
        })}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}
