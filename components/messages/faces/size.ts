const units = ["B", "kB", "MB", "GB"] as const;

/** A size in its largest fitting unit, with one decimal below ten. */
export function sizeParts(bytes: number): { value: number; unit: (typeof units)[number] } {
  let value = bytes;
  let at = 0;
  while (value >= 999.5 && at < units.length - 1) {
    value /= 1_000;
    at += 1;
  }
  const rounded = value < 9.95 && at > 0 ? Math.round(value * 10) / 10 : Math.round(value);
  return { value: rounded, unit: units[at] ?? "GB" };
}
