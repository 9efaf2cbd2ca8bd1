import { clsx } from "clsx";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

/** The frame of a page of settings: what it is for, and what can be added. */
export function SettingsPage({
  back,
  title,
  words,
  action,
  isWide = false,
  children,
}: {
  back?: { href: string; name: string };
  title: string;
  words?: ReactNode;
  action?: ReactNode;
  /** For what stands in two columns. */
  isWide?: boolean;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: Where somebody may only read, what scrolls has to be reachable by keyboard.
    <main tabIndex={0} className="focus-inset min-w-0 flex-1 overflow-y-auto">
      <div className={clsx("mx-auto flex flex-col gap-5 px-7 py-6 max-md:px-4", isWide ? "max-w-320" : "max-w-230")}>
        <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <div className="min-w-60 flex-1">
            {back && (
              <Link href={back.href} className="mb-1 flex w-fit items-center gap-1 text-sm text-ink-3 hover:text-ink">
                <ArrowLeft className="size-3.5 rtl:rotate-180" aria-hidden="true" />
                {back.name}
              </Link>
            )}
            <h2 className="text-2xl font-semibold">{title}</h2>
            {words && <p className="max-w-150 text-pretty text-ink-2">{words}</p>}
          </div>
          {action}
        </header>
        {children}
      </div>
    </main>
  );
}
