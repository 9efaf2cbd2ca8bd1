import { Counter, Gauge, Histogram } from "prom-client";
import { registry } from "./registry";

type Naming<L extends string> = { name: string; help: string; labels?: readonly L[] };
export type Reading<L extends string> = { labels?: Partial<Record<L, string>>; value: number };

export function counter<L extends string = never>({ name, help, labels = [] }: Naming<L>): Counter<L> {
  return new Counter({ name, help, labelNames: labels, registers: [registry] });
}

/** Durations in seconds, with steps around those that Meta and people notice. */
export function histogram<L extends string = never>({ name, help, labels = [] }: Naming<L>): Histogram<L> {
  const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
  return new Histogram({ name, help, labelNames: labels, buckets, registers: [registry] });
}

/** A gauge that is read when it is asked for. A reading that fails leaves it out of the page, not the page out. */
export function gauge<L extends string = never>(
  { name, help, labels = [] }: Naming<L>,
  read: () => Reading<L>[] | Promise<Reading<L>[]>,
): Gauge<L> {
  return new Gauge({
    name,
    help,
    labelNames: labels,
    registers: [registry],
    async collect() {
      this.reset();
      // Without labels a reset leaves a zero, and nothing read is not zero.
      if (labels.length === 0) this.remove();
      const readings = await Promise.resolve()
        .then(read)
        .catch(() => []);
      for (const reading of readings) this.set((reading.labels ?? {}) as Record<L, string>, reading.value);
    },
  });
}
