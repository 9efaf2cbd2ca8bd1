"use client";

type PanelButtonProps = {
  /** What is read aloud, where the words alone do not say of what. */
  label?: string;
  onClick: () => void;
  children: string;
};

export function PanelButton({ label, onClick, children }: PanelButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      className="rounded-sm text-xs font-medium text-accent hover:underline"
      onClick={onClick}
    >
      {children}
    </button>
  );
}
