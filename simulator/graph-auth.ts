import type { IncomingMessage } from "node:http";
import type { Caller } from "./graph-call";
import { GraphError } from "./meta/graph-error";
import type { Directory } from "./world/directory";

/** Finds the caller by bearer token, `access_token`, or app token `id|secret`. Throws GraphError 104 or 190. */
export function authenticate(directory: Directory, request: IncomingMessage, query: URLSearchParams): Caller {
  const header = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const value = header ?? query.get("access_token");
  if (!value) throw new GraphError(104);
  const caller = findCaller(directory, value);
  if (!caller) {
    const message = value.includes("|")
      ? "Invalid OAuth access token signature."
      : "Invalid OAuth access token - Cannot parse access token";
    throw new GraphError(190, undefined, { message });
  }
  if (caller.token?.state === "expired") throw new GraphError(190, undefined, { subcode: 463 });
  return caller;
}

export function findCaller(directory: Directory, value: string): Caller | undefined {
  const [appId = "", secret] = value.split("|");
  if (secret !== undefined) {
    const app = directory.apps.get(appId);
    return app?.secret === secret ? { app } : undefined;
  }
  const token = directory.tokens.get(value);
  const app = token && directory.apps.get(token.appId);
  return app ? { app, token } : undefined;
}

export function maySeeWaba(caller: Caller, wabaId: string): boolean {
  return caller.token?.wabaIds.has(wabaId) ?? false;
}
