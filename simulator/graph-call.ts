import type { JsonObject } from "./meta/parameters";
import type { App, Token } from "./world/directory";

/** Who calls: an app by its own secret, or somebody with a token of it. */
export type Caller = { app: App; token?: Token };

/** A request to the Graph API, read and authenticated. */
export type GraphCall = {
  method: "get" | "post" | "delete";
  /** The node, and the edge on it. */
  id: string;
  edge: string | undefined;
  query: URLSearchParams;
  /** JSON, or the fields of a form. */
  body: JsonObject;
  /** The uploaded file of a multipart form. */
  file: File | undefined;
  caller: Caller;
  /** Where the caller reached the simulator, and by which version: paging links repeat both. */
  origin: string;
  version: string;
  /** Set by a fault: the code with which this send fails later. */
  failure: number | undefined;
};

/** Picks the asked `fields`; without any, the given usual ones. `id` is always there. */
export function pickFields(query: URLSearchParams, whole: JsonObject, usual: string[]): JsonObject {
  const asked =
    query
      .get("fields")
      ?.split(",")
      .map((field) => field.trim().replace(/[.{(].*$/, "")) ?? usual;
  const names = new Set([...asked, "id"]);
  return Object.fromEntries(Object.entries(whole).filter(([name, value]) => names.has(name) && value !== undefined));
}

/** A parameter which Meta takes from the query or from the body. */
export function parameter(call: GraphCall, name: string): string | undefined {
  const value = call.query.get(name) ?? call.body[name];
  return value === undefined || value === null ? undefined : String(value);
}
