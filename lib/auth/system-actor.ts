import type { Actor } from "./types";

/**
 * The software itself, acting inside one tenant: ingest, the send loop, retention.
 * @param causeId the chain of rules that what it does is part of
 */
export function systemActor(tenantId: string, doing: string, causeId: string | null = null): Actor {
  return {
    tenantId,
    kind: "system",
    id: doing,
    name: "Parley",
    role: "owner",
    visibility: "all",
    departmentIds: [],
    scopes: null,
    ...(causeId !== null && { causeId }),
  };
}
