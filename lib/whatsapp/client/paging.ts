import type { JsonObject } from "@/lib/whatsapp/types";
import { asObject, asText } from "@/lib/whatsapp/webhook/lenient";
import { callGraph, type GraphAccess } from "./call";
import type { GraphResult } from "./result";

export type Page<Item> = { items: Item[]; after: string | null };

export type PageRequest = { fields: string; after?: string | undefined; limit?: number; maxBytes?: number };

/** One page of a list edge; `after` is null on the last one. */
export async function readPage<Item>(
  access: GraphAccess,
  path: string,
  { fields, after, limit = 100, maxBytes }: PageRequest,
  read: (element: JsonObject) => Item,
): Promise<GraphResult<Page<Item>>> {
  const query = { fields, after, limit: String(limit) };
  const most = maxBytes === undefined ? {} : { maxBytes };
  return callGraph(access, { method: "GET", path, query, ...most }, (body) => pageOf(body, read));
}

function pageOf<Item>(body: JsonObject, read: (element: JsonObject) => Item): Page<Item> {
  const paging = asObject(body.paging);
  const elements = Array.isArray(body.data) ? body.data : [];
  return {
    items: elements
      .map(asObject)
      .filter((element) => element !== null)
      .map(read),
    after: paging?.next === undefined ? null : asText(asObject(paging.cursors)?.after),
  };
}
