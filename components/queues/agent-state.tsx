"use client";

import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { lazy } from "react";
import { usePresenceWords } from "@/components/availability/use-presence-words";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useMay, useMe } from "@/components/shell/me";
import { presenceDot } from "@/components/shell/presence";
import { Button } from "@/components/ui/button";
import { Late } from "@/components/ui/late";
import { type BreakReason, breakReasons } from "@/lib/availability/types";
import type { WallboardAgent } from "@/lib/queues/types";
import type { QueueActs } from "./use-queue-acts";

const loadMenu = () => import("./agent-state-menu");
const AgentStateMenu = lazy(loadMenu);

const NOW_EVERY_MS = 30_000;

/** Whether somebody may be given work, why not and since when; whoever may, changes it here. */
export function AgentState({ agent, acts }: { agent: WallboardAgent; acts: QueueActs }) {
  const t = useTranslations("queues.agents");
  const me = useMe();
  const maySet = useMay("availability.setOthers") || agent.id === me.id;
  const wordsOf = usePresenceWords();
  const reasons = useTranslations("common.nav.presence.reasons");
  const words = useTimeWords();
  const now = useNow({ updateInterval: NOW_EVERY_MS });
  const { availability, reason, since } = agent;
  const shown = (
    <>
      <span
        aria-hidden="true"
        className={clsx(
          "size-2 shrink-0 rounded-full",
          availability === "offline" ? "bg-line-strong" : presenceDot[availability],
        )}
      />
      <span className="sr-only">{wordsOf(availability, reason)}</span>
      <span
        aria-hidden="true"
        className="truncate"
        title={since ? `${wordsOf(availability, reason)}. ${t("since", { time: words.exact(since) })}` : undefined}
      >
        {availability === "break" && isOffered(reason) ? reasons(reason) : wordsOf(availability, reason)}
      </span>
      {since && availability !== "online" && (
        <span className="shrink-0 text-ink-3" suppressHydrationWarning>
          {words.span(since, now)}
        </span>
      )}
    </>
  );
  if (!maySet) return <span className="flex items-center gap-1.5">{shown}</span>;
  return (
    <Late
      load={loadMenu}
      button={
        <Button variant="quiet" className="-ms-1.5 gap-1.5 px-1.5! md:max-w-full md:min-w-0 font-normal text-ink!">
          <span className="sr-only">{t("change", { name: agent.name })}</span>
          {shown}
          <ChevronDown className="size-3 shrink-0 text-ink-3 max-xl:hidden" aria-hidden="true" />
        </Button>
      }
    >
      {(parts) => (
        <AgentStateMenu
          {...parts}
          agent={agent}
          onChoose={(state, why) => void acts.setAvailability(agent, { state, reason: why }, wordsOf(state, why))}
        />
      )}
    </Late>
  );
}

function isOffered(reason: string | null): reason is BreakReason {
  return breakReasons.some((offered) => offered === reason);
}
