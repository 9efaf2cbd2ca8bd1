import { type ReactNode, useId } from "react";

/** One thing of a page; with a title it is a region of that name. */
export function Card({ title, side, children }: { title?: ReactNode; side?: ReactNode; children: ReactNode }) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={title ? titleId : undefined}
      className="overflow-hidden rounded-xl border border-line bg-surface"
    >
      {title && (
        <header className="flex min-h-11 items-center gap-x-3 gap-y-2 border-b px-4 py-2 max-md:flex-wrap">
          <h2 id={titleId} className="min-w-0 flex-1 font-semibold max-md:basis-48">
            {title}
          </h2>
          {side}
        </header>
      )}
      {children}
    </section>
  );
}
