"use client";

import { clsx } from "clsx";
import { UsersRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th } from "@/components/ui/table";
import type { LoadWeights, WallboardAgent } from "@/lib/queues/types";
import { AgentState } from "./agent-state";
import { Defined } from "./defined";
import type { Drag } from "./drag";
import { LoadSquares } from "./load-squares";
import type { BoardUrl } from "./use-board-url";
import type { QueueActs } from "./use-queue-acts";

const order = { online: 0, busy: 1, break: 2, offline: 3 };

type AgentsProps = { agents: WallboardAgent[]; weights: LoadWeights; url: BoardUrl; drag: Drag; acts: QueueActs };

/** Who could answer, and how much they have; a conversation dropped onto somebody is theirs. */
export function AgentsTable({ agents, weights, url, drag, acts }: AgentsProps) {
  const t = useTranslations("queues.agents");
  const present = agents.filter(({ availability }) => availability !== "offline").length;
  const sorted = agents.toSorted((one, other) => order[one.availability] - order[other.availability]);
  return (
    <section id="agents" aria-label={t("title")}>
      <header className="flex min-h-11 items-center gap-3 border-b px-4 py-2">
        <h2 className="flex-1 font-semibold">{t("title")}</h2>
        <span className="text-sm text-ink-3">{t("onShift", { present, all: agents.length })}</span>
      </header>
      {agents.length === 0 ? (
        <EmptyState icon={<UsersRound />} title={t("empty")}>
          {t("emptyWords")}
        </EmptyState>
      ) : (
        <Table
          caption={t("title")}
          head={
            <>
              <Th>{t("agent")}</Th>
              <Th className="px-1!">{t("state")}</Th>
              <Th className="px-2!">
                <Defined meaning={t("loadMeaning", weights)} align="end">
                  {t("loadTitle")}
                </Defined>
              </Th>
              <Th className="text-end!">
                <Today />
              </Th>
            </>
          }
        >
          {sorted.map((agent) => (
            <AgentRow key={agent.id} agent={agent} weights={weights} url={url} drag={drag} acts={acts} />
          ))}
        </Table>
      )}
    </section>
  );
}

function Today() {
  const t = useTranslations("queues.agents");
  return (
    <Defined meaning={t("todayMeaning")} align="end">
      {t("today")}
    </Defined>
  );
}

function AgentRow({ agent, weights, url, drag, acts }: Omit<AgentsProps, "agents"> & { agent: WallboardAgent }) {
  const t = useTranslations("queues.agents");
  const isChosen = url.place.asked.memberId === agent.id;
  const onto = `member:${agent.id}`;
  return (
    <tr
      {...drag.target(onto, ({ assignee }) => assignee?.id !== agent.id)}
      aria-current={isChosen ? "true" : undefined}
      className={clsx(drag.over === onto ? "bg-accent-line" : isChosen && "bg-accent-soft")}
    >
      <Td className="md:max-w-36 md:pe-2!">
        <Link
          href={url.hrefOfRows({ list: "agent", departmentId: null, memberId: agent.id })}
          scroll={false}
          title={agent.name}
          className="block truncate font-medium hover:underline"
        >
          <bdi>{agent.name}</bdi>
        </Link>
      </Td>
      <Td className="md:w-full md:max-w-0 md:min-w-36 md:px-1! md:py-0.5!">
        <AgentState agent={agent} acts={acts} />
      </Td>
      <Td className="whitespace-nowrap md:px-2!">
        <Link href={url.inboxOf({ assignee: agent.id, view: "all" })} className="inline-flex">
          <LoadSquares agent={agent} weights={weights} />
        </Link>
      </Td>
      <Td
        label={<Today />}
        className="text-end tabular-nums"
        title={t("todayOf", { assigned: agent.assignedToday, resolved: agent.resolvedToday })}
      >
        <Link
          href={url.hrefOfRows({ list: "resolved", departmentId: null, memberId: agent.id })}
          scroll={false}
          className="hover:underline"
        >
          <span aria-hidden="true">{agent.resolvedToday}</span>
          <span className="sr-only">
            {t("todayOf", { assigned: agent.assignedToday, resolved: agent.resolvedToday })}
          </span>
        </Link>
      </Td>
    </tr>
  );
}
