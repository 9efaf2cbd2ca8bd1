import type { ReactNode } from "react";

export function PanelSection({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-b px-4 py-3.5 last:border-b-0">
      <header className="mb-2 flex min-h-5 items-center">
        <h3 className="flex-1 text-xs font-semibold text-ink-3">{title}</h3>
        {action}
      </header>
      {children}
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
