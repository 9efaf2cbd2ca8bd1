"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMay } from "@/components/shell/me";
import { Td, Th } from "@/components/ui/table";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { QueueFigures } from "@/lib/queues/types";
import { Defined } from "./defined";
import type { Drag } from "./drag";
import { Ticking } from "./ticking";
import type { BoardUrl } from "./use-board-url";
import { useBoardWords } from "./use-board-words";

const number = "text-end! tabular-nums";
/** Promises kept in so many of a hundred are as they should be. */
const WELL_KEPT = 95;

type DepartmentsTableProps = { queues: QueueFigures[]; url: BoardUrl; drag: Drag };

/** Each department's queue; a conversation dropped onto one waits there. */
export function DepartmentsTable({ queues, url, drag }: DepartmentsTableProps) {
  const t = useTranslations("queues.departments");
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <Th>{t("department")}</Th>
            <Th className={number}>{t("waiting")}</Th>
            <Th className={number}>{t("oldest")}</Th>
            <Th className={number}>{t("expected")}</Th>
            <Th className={number}>{t("open")}</Th>
            <Th className={number}>
              <Defined meaning={t("keptMeaning")} align="end">
                {t("kept")}
              </Defined>
            </Th>
            <Th>
              <Defined meaning={t("modeMeaning")} align="end">
                {t("mode")}
              </Defined>
            </Th>
          </tr>
        </thead>
        <tbody>
          {queues.map((queue) => (
            <DepartmentRow key={queue.departmentId ?? "none"} queue={queue} url={url} drag={drag} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DepartmentRow({ queue, url, drag }: { queue: QueueFigures; url: BoardUrl; drag: Drag }) {
  const t = useTranslations("queues.departments");
  const words = useBoardWords();
  const mayMove = useMay("conversations.assignOthers");
  const { departmentId, waiting, open, oldestSince, expected, promises, mode } = queue;
  const { asked } = url.place;
  const isChosen = asked.list !== "agent" && asked.departmentId === (departmentId ?? "none");
  const kept = words.percent(promises);
  const takes = (dragged: ConversationSummary) =>
    mayMove && departmentId !== null && (dragged.department?.id !== departmentId || dragged.assignee !== null);
  const onto = `department:${departmentId}`;
  const cell = clsx(
    isChosen && "bg-accent-soft",
    drag.over === onto && "bg-accent-line",
    drag.dragged && !takes(drag.dragged) && "opacity-50",
  );
  return (
    <tr {...drag.target(onto, takes)} aria-current={isChosen ? "true" : undefined}>
      <Td className={cell}>
        <Link
          href={url.hrefOfRows({ departmentId: departmentId ?? "none" })}
          scroll={false}
          className="font-medium hover:underline"
        >
          <bdi>{words.nameOf(queue)}</bdi>
        </Link>
      </Td>
      <Td className={clsx(number, cell)}>
        <Figure href={url.inboxOf({ department: departmentId, view: "unassigned" })} value={waiting} />
      </Td>
      <Td className={clsx(number, cell)}>{oldestSince ? <Ticking since={oldestSince} /> : "–"}</Td>
      <Td className={clsx(number, cell, "whitespace-nowrap")}>{words.expected(expected)}</Td>
      <Td className={clsx(number, cell)}>
        <Figure href={url.inboxOf({ department: departmentId, state: "open" })} value={open} />
      </Td>
      <Td className={clsx(number, cell)}>
        {kept === null ? (
          "–"
        ) : (
          <Link
            href={url.hrefOfRows({ list: "missed", departmentId: departmentId ?? "none" })}
            scroll={false}
            title={t("keptOf", promises)}
            className={clsx("whitespace-nowrap hover:underline", kept < WELL_KEPT && "text-warn")}
          >
            {t("percent", { kept })}
          </Link>
        )}
      </Td>
      <Td className={clsx(cell, "whitespace-nowrap")}>{t(`modes.${mode}`)}</Td>
    </tr>
  );
}

function Figure({ href, value }: { href: string; value: number }) {
  return (
    <Link href={href} className="hover:underline">
      {value}
    </Link>
  );
}
