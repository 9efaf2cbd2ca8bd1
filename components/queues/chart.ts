type Size = { width: number; height: number };

/** Three marks of a scale that begins at nothing and holds the largest value: even, so that the one between is whole. */
export function ticksOf(values: readonly number[]): number[] {
  const most = Math.max(2, ...values);
  const step = most <= 10 ? 2 : 10 ** Math.floor(Math.log10(most)) / 2;
  const top = Math.ceil(most / step) * step;
  const even = Math.ceil(top / 2) * 2;
  return [0, even / 2, even];
}

/** A line through values at even distances, and the area below it. */
export function lineOf(
  points: readonly { waiting: number }[],
  top: number,
  { width, height }: Size,
): { line: string; area: string } {
  const places = points.map(({ waiting }, at) => {
    const x = (width * at) / Math.max(1, points.length - 1);
    return `${round(x)} ${round(height - (height * waiting) / top)}`;
  });
  const line = `M${places.join("L")}`;
  return { line, area: `${line}V${height}H0Z` };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
