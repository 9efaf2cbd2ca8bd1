import type { ListMenu } from "@/lib/whatsapp/types";

/** What opens at a tap: sections, rows and what each row says besides. Titles may be alike; a row is told by its id. */
export function SentList({ sections }: { sections: ListMenu["action"]["sections"] }) {
  return (
    <ul className="rounded-md border border-accent-line px-2 py-1 text-md">
      {sections.map(({ title, rows }) => (
        <li key={rows.map(({ id }) => id).join(" ")}>
          {title && (
            <p dir="auto" className="pt-1 text-sm font-semibold text-accent">
              {title}
            </p>
          )}
          <ul>
            {rows.map((row) => (
              <li key={row.id} className="py-0.5 [overflow-wrap:anywhere]">
                <span dir="auto" className="block">
                  {row.title}
                </span>
                {row.description && (
                  <span dir="auto" className="block text-sm text-ink-3">
                    {row.description}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
