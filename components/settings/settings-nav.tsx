"use client";

import { clsx } from "clsx";
import {
  Clock,
  Gauge,
  GraduationCap,
  Hand,
  KeyRound,
  ListPlus,
  MessageCircleHeart,
  MessageSquareText,
  Phone,
  Tag,
  Timer,
  UserRound,
  UsersRound,
  Waypoints,
  Webhook,
  Workflow,
  Zap,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { StoppedCount } from "@/components/rules/stopped-count";
import { useMe } from "@/components/shell/me";
import type { Permission } from "@/lib/auth/types";

type Page = {
  name:
    | "profile"
    | "channels"
    | "departments"
    | "hours"
    | "greetings"
    | "members"
    | "skills"
    | "workload"
    | "service-levels"
    | "labels"
    | "contact-fields"
    | "macros"
    | "rules"
    | "quick-replies"
    | "consent"
    | "api-keys"
    | "webhooks";
  permission: Permission;
};

export const settingsPages: (Page & { icon: ReactNode })[] = [
  { name: "profile", permission: "profile.read", icon: <UserRound /> },
  { name: "channels", permission: "channels.read", icon: <Phone /> },
  { name: "departments", permission: "departments.read", icon: <Waypoints /> },
  { name: "hours", permission: "departments.read", icon: <Clock /> },
  { name: "greetings", permission: "greetings.manage", icon: <MessageCircleHeart /> },
  { name: "members", permission: "members.read", icon: <UsersRound /> },
  { name: "skills", permission: "queues.read", icon: <GraduationCap /> },
  { name: "workload", permission: "queues.read", icon: <Gauge /> },
  { name: "service-levels", permission: "departments.read", icon: <Timer /> },
  { name: "labels", permission: "conversations.read", icon: <Tag /> },
  { name: "contact-fields", permission: "contacts.read", icon: <ListPlus /> },
  { name: "macros", permission: "conversations.read", icon: <Zap /> },
  { name: "rules", permission: "rules.manage", icon: <Workflow /> },
  { name: "quick-replies", permission: "quickReplies.read", icon: <MessageSquareText /> },
  { name: "consent", permission: "workspace.manage", icon: <Hand /> },
  { name: "api-keys", permission: "apiKeys.manage", icon: <KeyRound /> },
  { name: "webhooks", permission: "webhooks.read", icon: <Webhook /> },
];

/** The pages of the settings that the member may open. */
export function SettingsNav() {
  const t = useTranslations("settings");
  const me = useMe();
  const path = usePathname();
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: On a phone the pages stand in a row that is longer than the screen.
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  return (
    <nav
      aria-label={t("title")}
      className="shrink-0 overflow-x-auto border-e px-2 py-3 max-md:border-e-0 max-md:border-b max-md:py-2 md:w-52"
    >
      <h1 className="mx-2 mt-0.5 mb-2.5 text-lg font-semibold max-md:sr-only">{t("title")}</h1>
      <ul ref={list} className="flex gap-0.5 max-md:w-max md:flex-col">
        {settingsPages
          .filter(({ permission }) => me.permissions.includes(permission))
          .map(({ name, icon }) => {
            const href = `/${me.workspace.slug}/settings/${name}`;
            const isHere = path.startsWith(href);
            return (
              <li key={name}>
                <Link
                  href={href}
                  prefetch={false}
                  aria-current={isHere ? "page" : undefined}
                  className={clsx(
                    "focus-inset flex h-8 items-center gap-2.5 rounded-md px-2 whitespace-nowrap transition-colors [&_svg]:size-4 [&_svg]:text-ink-3",
                    isHere ? "bg-accent-soft font-medium text-ink" : "text-ink-2 hover:bg-hover",
                  )}
                >
                  {icon}
                  {t(`${name}.title`)}
                  {name === "rules" && <StoppedCount />}
                </Link>
              </li>
            );
          })}
      </ul>
    </nav>
  );
}
