import type { Snippet } from "@/lib/search/types";

/** A text with the places that were found. */
export function Marked({ snippet: { text, marks } }: { snippet: Snippet }) {
  const parts = marks.map(([from, to], index) => ({
    before: text.slice(marks[index - 1]?.[1] ?? 0, from),
    found: text.slice(from, to),
    from,
  }));
  return (
    <>
      {parts.map(({ before, found, from }) => (
        <span key={from}>
          {before}
          <mark className="rounded-xs bg-note font-medium text-ink ring-1 ring-note-line">{found}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
