"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMay } from "@/components/shell/me";
import { Table, Td, Th } from "@/components/ui/table";
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
    <Table
      caption={t("title")}
      head={
        <>
          <Th>{t("department")}</Th>
          <Th className={number}>{t("waiting")}</Th>
          <Th className={number}>{t("oldest")}</Th>
          <Th className={number}>{t("expected")}</Th>
          <Th className={number}>{t("open")}</Th>
          <Th className={number}>
            <Kept />
          </Th>
          <Th>
            <Defined meaning={t("modeMeaning")} align="end">
              {t("mode")}
            </Defined>
          </Th>
        </>
      }
    >
      {queues.map((queue) => (
        <DepartmentRow key={queue.departmentId ?? "none"} queue={queue} url={url} drag={drag} />
      ))}
    </Table>
  );
}

function Kept() {
  const t = useTranslations("queues.departments");
  return (
    <Defined meaning={t("keptMeaning")} align="end">
      {t("kept")}
    </Defined>
  );
}

function DepartmentRow({ queue, url, drag }: { queue: QueueFigures; url: BoardUrl; drag: Drag }) {
  const t = useTranslations("queues.departments");
  const words = useBoardWords();
  const mayMove = useMay("conversations.assignOthers");
  const { departmentId, waiting, open, oldestSince, expected, promises, mode } = queue;
  const { asked } = url.place;
  const isChosen = asked.memberId === null && asked.departmentId === (departmentId ?? "none");
  const kept = words.percent(promises);
  const takes = (dragged: ConversationSummary) =>
    mayMove && departmentId !== null && (dragged.department?.id !== departmentId || dragged.assignee !== null);
  const onto = `department:${departmentId}`;
  return (
    <tr
      {...drag.target(onto, takes)}
      aria-current={isChosen ? "true" : undefined}
      className={clsx(
        drag.over === onto ? "bg-accent-line" : isChosen && "bg-accent-soft",
        drag.dragged && !takes(drag.dragged) && "opacity-50",
      )}
    >
      <Td>
        <Link
          href={url.hrefOfRows({ departmentId: departmentId ?? "none" })}
          scroll={false}
          className="font-medium hover:underline"
        >
          <bdi>{words.nameOf(queue)}</bdi>
        </Link>
      </Td>
      <Td label={t("waiting")} className={number}>
        <Figure href={url.inboxOf({ department: departmentId, view: "unassigned" })} value={waiting} />
      </Td>
      <Td label={t("oldest")} className={number}>
        {oldestSince ? (
          <Link
            href={url.hrefOfRows({ departmentId: departmentId ?? "none" })}
            scroll={false}
            className="hover:underline"
          >
            <Ticking since={oldestSince} />
          </Link>
        ) : (
          "–"
        )}
      </Td>
      <Td label={t("expected")} className={clsx(number, "whitespace-nowrap")}>
        <Link
          href={url.hrefOfRows({ list: "waits", departmentId: departmentId ?? "none" })}
          scroll={false}
          className="hover:underline"
        >
          {words.expected(expected)}
        </Link>
      </Td>
      <Td label={t("open")} className={number}>
        <Figure href={url.inboxOf({ department: departmentId, state: "open" })} value={open} />
      </Td>
      <Td label={<Kept />} className={number}>
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
      <Td className="whitespace-nowrap">{t(`modes.${mode}`)}</Td>
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
