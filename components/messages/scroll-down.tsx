"use client";

import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";

const NEAR_PX = 120;
const SMOOTH_WITHIN_PX = 3_000;

/** A way back to the newest message for who reads further up; says when something new came meanwhile. */
export function ScrollDown({
  scroller,
  newestId,
}: {
  scroller: RefObject<HTMLDivElement | null>;
  newestId: string | null;
}) {
  const t = useTranslations("inbox.thread");
  const [isAway, setAway] = useState(false);
  const [seenId, setSeenId] = useState(newestId);
  if (!isAway && seenId !== newestId) setSeenId(newestId);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // In a scroller that runs upwards the foot is 0 and everything above is negative.
    const look = () => setAway(-element.scrollTop > NEAR_PX);
    element.addEventListener("scroll", look, { passive: true });
    return () => element.removeEventListener("scroll", look);
  }, [scroller]);
  if (!isAway) return null;
  return (
    <button
      type="button"
      onClick={() => toFoot(scroller.current)}
      className="absolute inset-x-0 bottom-3 mx-auto flex w-fit animate-rise items-center gap-1.5 rounded-full border bg-raised px-3 py-1.5 text-sm font-medium shadow-high"
    >
      <ArrowDown className="size-4 text-accent" aria-hidden="true" />
      {newestId === seenId ? t("toNewest") : t("newBelow")}
    </button>
  );
}

/** A long way is not shown: it would be drawn message by message. */
function toFoot(scroller: HTMLElement | null) {
  const isNear = scroller !== null && -scroller.scrollTop < SMOOTH_WITHIN_PX;
  scroller?.scrollTo({ top: 0, behavior: isNear ? "smooth" : "instant" });
}
