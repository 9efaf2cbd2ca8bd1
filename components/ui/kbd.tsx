import { clsx } from "clsx";

export function Kbd({ children, faint = false }: { children: string; faint?: boolean }) {
  return (
    <span
      aria-hidden="true"
      dir="ltr"
      className={clsx(
        "rounded-sm border px-1 py-0.5 font-sans text-2xs leading-none font-medium",
        faint ? "border-current opacity-70" : "border-line-strong bg-surface text-ink-3",
      )}
    >
      {children}
    </span>
  );
}
