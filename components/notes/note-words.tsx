import { Fragment, type ReactNode } from "react";
import { findLinks } from "@/components/messages/formatting/links";
import { type Called, piecesOf } from "./mentions";

type WordsProps = { text: string; called: readonly Called[]; meId: string };

/** A note's words: those who are called stand out, links can be followed, and nothing is ever read as HTML. */
export function NoteWords({ text, called, meId }: WordsProps) {
  return (
    <div dir="auto" className="[overflow-wrap:anywhere] whitespace-pre-wrap">
      {piecesOf(text, called).map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: Pieces have no identity but their place in the text.
        <Fragment key={at}>
          {piece.called ? (
            <strong className={piece.called.id === meId ? "rounded-sm bg-accent-soft px-0.5 text-accent" : "text-ink"}>
              {piece.text}
            </strong>
          ) : (
            linked(piece.text)
          )}
        </Fragment>
      ))}
    </div>
  );
}

function linked(text: string): ReactNode[] {
  const nodes: ReactNode[] = [];
  let from = 0;
  for (const { start, end, href } of findLinks(text)) {
    nodes.push(text.slice(from, start));
    nodes.push(
      <a
        key={start}
        href={href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        dir="ltr"
        className="text-accent underline decoration-accent-line underline-offset-2 hover:decoration-current"
      >
        {text.slice(start, end)}
      </a>,
    );
    from = end;
  }
  nodes.push(text.slice(from));
  return nodes;
}
