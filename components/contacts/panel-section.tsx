"use client";

import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useContext } from "react";
import { FoldingContext, useFolded } from "./folded";

type SectionProps = {
  /** By which it is remembered whether it is folded. */
  name: string;
  title: string;
  action?: ReactNode;
  children: ReactNode;
};

/** A part of what is known of a contact. Where it can be folded, what it holds is read when it is open. */
export function PanelSection({ name, title, action, children }: SectionProps) {
  const canFold = useContext(FoldingContext);
  const { isFolded, toggle } = useFolded(name);
  const isOpen = !canFold || !isFolded;
  return (
    <section className={clsx("border-b px-4 last:border-b-0", isOpen ? "py-3.5" : "py-2.5")}>
      <header className={clsx("flex min-h-5 items-center", isOpen && "mb-2")}>
        <h3 className="flex-1 text-xs font-semibold text-ink-3">
          {canFold ? (
            <button
              type="button"
              aria-expanded={isOpen}
              onClick={toggle}
              className="-ms-1 flex w-full items-center gap-1 rounded-sm px-1 text-start hover:text-ink"
            >
              {title}
              <ChevronDown
                className={clsx("size-3.5 transition-transform", !isOpen && "-rotate-90 rtl:rotate-90")}
                aria-hidden="true"
              />
            </button>
          ) : (
            title
          )}
        </h3>
        {isOpen && action}
      </header>
      {isOpen && children}
    </section>
  );
}

export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[92px_minmax(0,1fr)] gap-x-2 gap-y-1.5">{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">
        <bdi>{children}</bdi>
      </dd>
    </>
  );
}
