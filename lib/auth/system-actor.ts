import type { Actor } from "./types";

/** The software itself, acting inside one tenant: ingest, the send loop, retention. */
export function systemActor(tenantId: string, doing: string): Actor {
  return {
    tenantId,
    kind: "system",
    id: doing,
    name: "Parley",
    role: "owner",
    visibility: "all",
    departmentIds: [],
    scopes: null,
  };
}
