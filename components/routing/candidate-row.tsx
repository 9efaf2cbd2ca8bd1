import { useFormatter, useTranslations } from "next-intl";
import type { Output } from "@/components/api";
import { Tag } from "@/components/ui/tag";
import type { ReadRoutingDecision } from "@/lib/routing/schemas";

type RowProps = {
  candidate: Output<typeof ReadRoutingDecision>["candidates"][number];
  isChosen: boolean;
  /** Whether it is told of what was decided, or of what would be. */
  of?: "decision" | "waiting";
};

export function CandidateRow({
  candidate: { member, loadPercent, capacityPercent, unfit },
  isChosen,
  of = "decision",
}: RowProps) {
  const t = useTranslations(`routing.${of}`);
  const format = useFormatter();
  const whole = (percent: number) => format.number(percent / 100, { maximumFractionDigits: 1 });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
      <span dir="auto" className="min-w-0 flex-1 truncate font-medium">
        {member.name}
      </span>
      <span title={t("loadWords")} className="text-sm text-ink-3 tabular-nums">
        {t("load", { load: whole(loadPercent), capacity: whole(capacityPercent) })}
      </span>
      {/* By hand, or asked for, it may go to somebody to whom it would not have been given. */}
      {unfit !== null && <Tag>{t(`unfit.${unfit}`)}</Tag>}
      {isChosen ? <Tag tone="good">{t("chosen")}</Tag> : unfit === null && <Tag>{t("could")}</Tag>}
    </li>
  );
}
