/** Data as it came, for those who have to look. */
export function RawJson({ value, className = "max-h-80" }: { value: unknown; className?: string }) {
  return (
    <pre
      dir="ltr"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: A region that scrolls has to be reachable by keyboard.
      tabIndex={0}
      className={`${className} overflow-auto rounded-md bg-sunken p-2.5 text-start font-mono text-xs leading-relaxed break-words whitespace-pre-wrap text-ink-2`}
    >
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
