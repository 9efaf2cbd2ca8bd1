"use client";

import { clsx } from "clsx";
import { useId } from "react";

type SegmentedProps<V extends string> = {
  label: string;
  value: V;
  options: { value: V; label: string }[];
  onChange: (value: V) => void;
};

/** One of a few; radio buttons underneath, so arrow keys work. */
export function Segmented<V extends string>({ label, value, options, onChange }: SegmentedProps<V>) {
  const name = useId();
  return (
    <fieldset className="inline-flex rounded-md bg-sunken p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={clsx(
            "cursor-pointer rounded-sm px-2.5 py-1 text-sm whitespace-nowrap transition-colors has-focus-visible:outline-2 has-focus-visible:outline-accent",
            option.value === value
              ? "bg-surface font-medium text-ink shadow-low ring-1 ring-line"
              : "text-ink-3 hover:text-ink",
          )}
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
