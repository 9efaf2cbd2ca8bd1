import { Command } from "cmdk";
import type { ReactNode } from "react";

/** How cmdk's headings look; they have no class of their own. */
export const paletteHeading =
  "[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-3";

type PaletteItemProps = {
  /** What tells it from the others; what is searched are its words. */
  value: string;
  label: string;
  /** Words by which it is found as well. */
  also?: string[];
  icon?: ReactNode;
  end?: ReactNode;
  onSelect: () => void;
};

export function PaletteItem({ value, label, also = [], icon, end, onSelect }: PaletteItemProps) {
  return (
    <Command.Item
      value={value}
      keywords={[label, ...also]}
      onSelect={onSelect}
      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-ink-2 aria-selected:bg-accent-soft aria-selected:text-ink [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-3"
    >
      {icon}
      <bdi className="min-w-0 flex-1 truncate">{label}</bdi>
      {end}
    </Command.Item>
  );
}
