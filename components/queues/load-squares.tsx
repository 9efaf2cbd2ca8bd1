import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { LoadWeights, WallboardAgent } from "@/lib/queues/types";
import { squaresOf } from "./squares";

const looks = { full: "bg-accent", half: "bg-accent-line", empty: "bg-sunken ring-1 ring-line ring-inset" };

/** What somebody has against what they can take, in squares of one whole conversation. */
export function LoadSquares({ agent, weights }: { agent: WallboardAgent; weights: LoadWeights }) {
  const t = useTranslations("queues.agents");
  const { load, capacity, loadPercent } = agent;
  const { squares, over } = squaresOf(load, weights, capacity);
  const words = t("load", { ...load, used: loadPercent / 100, capacity });
  return (
    <span className="inline-flex items-center gap-[3px]" title={words}>
      <span className="sr-only">{words}</span>
      {squares.map((square, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: Squares are alike, and stand where they stand.
        <span key={place} aria-hidden="true" className={clsx("size-2.5 shrink-0 rounded-[3px]", looks[square])} />
      ))}
      {over > 0 && (
        <span aria-hidden="true" dir="ltr" className="ps-1 text-xs font-semibold text-bad tabular-nums">
          +{over}
        </span>
      )}
    </span>
  );
}
