/** Envelope encryption: the master key wraps a data key for each tenant, which seals secrets bound to their row. */
export { derivedKey, openForInstallation, sealForInstallation } from "./master";
export { ensureMasterKeyIsTheSame } from "./same-master-key";
export { createTenantKey, openForTenant, sealForTenant, tenantSealer } from "./tenant-key";
