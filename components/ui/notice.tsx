import { clsx } from "clsx";
import type { ReactNode } from "react";

const tones = {
  plain: "bg-sunken text-ink-2",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
};

/** A fact that belongs to what is around it, with what to do about it. */
export function Notice({
  tone = "plain",
  icon,
  children,
  action,
  className,
}: {
  tone?: keyof typeof tones;
  icon?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div className={clsx("flex items-center gap-2 rounded-lg px-3 py-2 text-sm", tones[tone], className)}>
      {icon && <span className="shrink-0 [&_svg]:size-4">{icon}</span>}
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}
