import type { ReactNode } from "react";

/** One matter in the middle of the page: its name, a line about it, what to do, where else to go. */
export function Panel({
  title,
  lead,
  children,
  foot,
}: {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <>
      <section className="flex flex-col gap-5 rounded-xl border border-line bg-surface p-6 shadow-low sm:p-7">
        <header className="flex flex-col gap-1">
          <h1 className="text-2xl font-semibold text-ink">{title}</h1>
          {lead && <p className="text-pretty text-ink-2">{lead}</p>}
        </header>
        {children}
      </section>
      {foot && <footer className="mt-4 flex flex-wrap justify-center gap-x-5 gap-y-1 text-ink-2">{foot}</footer>}
    </>
  );
}
