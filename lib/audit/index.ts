/** Log-ins and administrative acts of a tenant, chained by hash so that a changed or missing entry shows. */
export { type AuditEntry, recordAudit } from "./record";
export { type AuditVerdict, verifyAudit } from "./verify";
