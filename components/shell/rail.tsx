"use client";

import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { Contact, Gauge, Inbox, Settings, Sun } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { countsQuery } from "@/components/conversations/queries";
import { StoppedCount } from "@/components/rules/stopped-count";
import { Count } from "@/components/ui/count";
import { useMe } from "./me";
import { MemberButton } from "./member-button";

/** The parts of the console; at the side, on a phone at the foot. A number only where somebody has to act. */
export function Rail() {
  const t = useTranslations("common.nav");
  const { workspace } = useMe();
  const counts = useQuery(countsQuery).data;
  const waiting = counts?.unassigned ?? 0;
  return (
    <nav
      aria-label={t("main")}
      className="z-30 flex shrink-0 items-center gap-1 border-e bg-sunken max-md:order-last max-md:justify-around max-md:border-e-0 max-md:border-t max-md:py-1 max-md:group-has-data-[pane=thread]/page:hidden group-has-data-[pane=tv]/page:hidden md:w-14 md:flex-col md:py-2.5"
    >
      <span
        aria-hidden="true"
        title={workspace.name}
        className="mb-2.5 grid size-8 place-items-center rounded-[10px] bg-accent font-bold text-accent-ink max-md:hidden"
      >
        {Array.from(workspace.name)[0]?.toLocaleUpperCase()}
      </span>
      <RailLink href={`/${workspace.slug}/inbox`} label={t("inbox")}>
        <Inbox />
        {waiting > 0 && (
          <span className="absolute end-0.5 top-0.5">
            <Count value={waiting} tone="bad" label={t("waiting", { count: waiting })} />
          </span>
        )}
      </RailLink>
      <RailLink href={`/${workspace.slug}/queues`} label={t("queues")}>
        <Gauge />
      </RailLink>
      <RailLink href={`/${workspace.slug}/today`} label={t("day")}>
        <Sun />
      </RailLink>
      <RailLink href={`/${workspace.slug}/contacts`} label={t("contacts")}>
        <Contact />
      </RailLink>
      <RailLink href={`/${workspace.slug}/settings`} label={t("settings")}>
        <Settings />
        <span className="absolute end-0.5 top-0.5">
          <StoppedCount />
        </span>
      </RailLink>
      <span className="md:mt-auto">
        <MemberButton />
      </span>
    </nav>
  );
}

function RailLink({ href, label, children }: { href: string; label: string; children: ReactNode }) {
  const isHere = usePathname().startsWith(href);
  return (
    <Link
      href={href}
      prefetch={false}
      data-label={label}
      aria-current={isHere ? "page" : undefined}
      className={clsx(
        "relative grid h-9 w-10 place-items-center rounded-lg transition-colors md:label-on-hover [&>svg]:size-[18px] [&>svg]:stroke-[1.75]",
        isHere ? "bg-surface text-ink ring-1 ring-line" : "text-ink-3 hover:bg-hover hover:text-ink",
      )}
    >
      <span className="sr-only">{label}</span>
      {children}
    </Link>
  );
}
