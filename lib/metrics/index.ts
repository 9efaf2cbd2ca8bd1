/** Numbers for the operator, in Prometheus' format. */
export { counter, gauge, histogram } from "./instruments";
export { metricsPage, startDefaultMetrics } from "./page";
