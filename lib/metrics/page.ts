import { collectDefaultMetrics } from "prom-client";
import { registry } from "./registry";

/** Memory, event loop lag, garbage collection and the like, as Prometheus' clients name them. */
export function startDefaultMetrics(): void {
  collectDefaultMetrics({ register: registry });
}

export async function metricsPage(): Promise<{ type: string; text: string }> {
  return { type: registry.contentType, text: await registry.metrics() };
}
