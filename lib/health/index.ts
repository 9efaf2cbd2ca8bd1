/** Whether the installation can do its work, and how far behind it is. */
export { type Backlog, readBacklog } from "./backlog";
export { databaseAnswers, migrationsAreApplied } from "./database";
export { ensureLogIsOfThisCluster } from "./log-origin";
export { type Check, type Readiness, readinessOf } from "./readiness";
