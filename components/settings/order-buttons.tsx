"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";

type Step = 1 | -1;

type OrderProps = {
  /** The place among the others, 0 for the first. */
  at: number;
  count: number;
  words: { up: string; down: string };
  onStep: (step: Step) => void;
};

/** Moves a row up and down among the others; the focus goes with it. */
export function OrderButtons({ at, count, words, onStep }: OrderProps) {
  const buttons = useRef<HTMLSpanElement>(null);
  const pressed = useRef<Step | null>(null);
  const last = count - 1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: A row that changes its place loses the focus, whichever row the browser moved.
  useEffect(() => {
    // Whoever has gone on to another button since is left there.
    const hasLost = document.activeElement === document.body || document.activeElement?.matches(":disabled");
    if (pressed.current === null || !hasLost) return;
    const [up, down] = buttons.current?.querySelectorAll("button") ?? [];
    const again = pressed.current === -1 ? up : down;
    (again?.disabled ? (again === up ? down : up) : again)?.focus();
  }, [at]);

  if (last === 0) return null;
  const go = (step: Step) => () => {
    pressed.current = step;
    onStep(step);
  };
  return (
    <span ref={buttons} className="flex">
      <IconButton label={words.up} disabled={at === 0} onClick={go(-1)}>
        <ArrowUp className="size-4" />
      </IconButton>
      <IconButton label={words.down} disabled={at === last} onClick={go(1)}>
        <ArrowDown className="size-4" />
      </IconButton>
    </span>
  );
}
