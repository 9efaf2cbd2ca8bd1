/** Tenants, shown as workspaces: made by sign-up or the operator, suspended, closed. */

export { isActiveTenant, isOfActiveTenant } from "./active";
export { closeTenant, resumeTenant, suspendTenant } from "./change-status";
export { createTenant, type NewTenant } from "./create-tenant";
export { findTenantBySlug, listTenants, nameOfWorkspace, type Tenant } from "./find-tenant";
export { signUp } from "./sign-up";
export { slugFrom } from "./slug";
export { TERMS_VERSION } from "./terms";
