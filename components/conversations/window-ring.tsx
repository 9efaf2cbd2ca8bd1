import { clsx } from "clsx";
import type { WindowView } from "./service-window";

const tones = { calm: "text-accent-line", soon: "text-warn", late: "text-bad" };

/** How much of the service window is left, drawn around an avatar. Decoration: the tag beside it says it in words. */
export function WindowRing({ view }: { view: WindowView }) {
  if (view.state !== "open") return null;
  return (
    <svg viewBox="0 0 42 42" className="absolute -inset-[3px] -rotate-90" aria-hidden="true">
      <circle cx="21" cy="21" r="19.5" fill="none" strokeWidth="2" className="stroke-line" />
      <circle
        cx="21"
        cy="21"
        r="19.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        pathLength="100"
        strokeDasharray={`${Math.max(2, view.share * 100)} 100`}
        className={clsx(tones[view.urgency])}
      />
    </svg>
  );
}
