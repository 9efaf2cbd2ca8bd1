import { Fragment, type ReactNode, useMemo } from "react";
import type { Block, Inline } from "./nodes";
import { parseFormatting } from "./parse";

/** A message's text as WhatsApp shows it. Elements only: nothing of it is ever read as HTML. */
export function FormattedText({ text }: { text: string }) {
  const blocks = useMemo(() => parseFormatting(text), [text]);
  return (
    <div dir="auto" className="[overflow-wrap:anywhere] whitespace-pre-wrap">
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: Nodes have no identity but their place in the text.
        <BlockView key={at} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case "text":
      return <div>{inline(block.children)}</div>;
    case "quote":
      return (
        <blockquote className="border-s-2 border-line-strong ps-2 text-ink-2">{inline(block.children)}</blockquote>
      );
    case "mono":
      return (
        <code
          dir="ltr"
          className="my-0.5 block overflow-x-auto rounded-sm bg-ink/5 px-1.5 py-1 font-mono text-md whitespace-pre"
        >
          {block.text}
        </code>
      );
    case "list": {
      const items = block.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: Nodes have no identity but their place in the text.
        <li key={at}>{inline(item)}</li>
      ));
      return block.first === null ? (
        <ul className="list-disc ps-5">{items}</ul>
      ) : (
        <ol start={block.first} className="list-decimal ps-5">
          {items}
        </ol>
      );
    }
  }
}

function inline(nodes: Inline[]): ReactNode {
  return nodes.map((node, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: Nodes have no identity but their place in the text.
    <Fragment key={at}>{typeof node === "string" ? node : <InlineView node={node} />}</Fragment>
  ));
}

function InlineView({ node }: { node: Exclude<Inline, string> }) {
  switch (node.kind) {
    case "link":
      return (
        <a
          href={node.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          dir="ltr"
          className="text-accent underline decoration-accent-line underline-offset-2 hover:decoration-current"
        >
          {node.text}
        </a>
      );
    case "bold":
      return <strong className="font-semibold">{inline(node.children)}</strong>;
    case "italic":
      return <em>{inline(node.children)}</em>;
    case "strike":
      return <s>{inline(node.children)}</s>;
    case "code":
      return <code className="rounded-sm bg-ink/5 px-1 font-mono text-md">{inline(node.children)}</code>;
  }
}
