import { X } from "lucide-react";
import type { Label, LabelColour } from "@/lib/labels/types";

/** The two colours of a label, by its name for them; each theme has its own. */
function labelLook(colour: LabelColour) {
  const ink = `var(--label-${colour})`;
  return { color: ink, backgroundColor: `color-mix(in srgb, ${ink} 13%, transparent)` };
}

type ChipProps = { label: Label; onRemove?: () => void; removeLabel?: string };

export function LabelChip({ label, onRemove, removeLabel }: ChipProps) {
  return (
    <span
      style={labelLook(label.colour)}
      className="inline-flex max-w-full min-w-0 items-center gap-0.5 rounded-sm px-1.5 py-px text-xs whitespace-nowrap"
    >
      <bdi className="truncate">{label.name}</bdi>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          title={removeLabel}
          onClick={onRemove}
          className="-me-1 rounded-sm p-0.5 opacity-70 hover:opacity-100"
        >
          <X className="size-3" aria-hidden="true" />
        </button>
      )}
    </span>
  );
}

export function LabelDot({ colour }: { colour: LabelColour }) {
  return (
    <span
      aria-hidden="true"
      style={{ backgroundColor: `var(--label-${colour})` }}
      className="size-2.5 shrink-0 rounded-full"
    />
  );
}
