"use client";

import { clsx } from "clsx";
import { Clock, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MessageStatus } from "@/lib/messages/types";

const first = "M1.2 6.4 4.2 9.4 10 3";
const second = "M7.2 8.6 8 9.4 13.8 3";

/** How far a message has come, as WhatsApp's ticks; the word for it goes to those who do not see them. */
export function Ticks({ status }: { status: MessageStatus }) {
  const t = useTranslations("inbox.status");
  return (
    <span className="inline-flex shrink-0 align-[-2px]">
      <Sign status={status} />
      <span className="sr-only">{t(status)}</span>
    </span>
  );
}

function Sign({ status }: { status: MessageStatus }) {
  switch (status) {
    case "failed":
    case "cancelled":
    case "ambiguous":
      return (
        <TriangleAlert
          aria-hidden="true"
          className={clsx("size-3.5", status === "ambiguous" ? "text-warn" : "text-bad")}
        />
      );
    case "sent":
    case "accepted":
      return <Tick paths={[first]} className="text-ink-3" />;
    case "delivered":
      return <Tick paths={[first, second]} className="text-ink-3" />;
    case "read":
    case "played":
      return <Tick paths={[first, second]} className="text-accent" />;
    case "received":
      return null;
    default:
      return <Clock aria-hidden="true" className="size-3 text-ink-3" />;
  }
}

function Tick({ paths, className }: { paths: string[]; className: string }) {
  return (
    <svg viewBox="0 0 15 12" aria-hidden="true" className={clsx("h-3 w-[15px]", className)}>
      {paths.map((path) => (
        <path
          key={path}
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}
