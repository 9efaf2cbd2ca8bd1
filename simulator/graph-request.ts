import type { IncomingMessage } from "node:http";
import type { GraphCall } from "./graph-call";
import { readBody } from "./http/read-body";
import { addressKey } from "./meta/addresses";
import { badParam, isObject, type JsonObject } from "./meta/parameters";

const jsonBytes = 5 * 1024 * 1024;
const uploadBytes = 105 * 1024 * 1024;
const newestVersion = "v26.0";

export type GraphRequest = Omit<GraphCall, "caller" | "failure"> & {
  path: string;
  /** Whom a send is addressed to, in each way given. */
  addresses: string[];
};

/** Reads path, query and body of a request. Throws GraphError 100 for a body that cannot be read. */
export async function readGraphRequest(
  request: IncomingMessage,
  url: URL,
  origin: string,
): Promise<GraphRequest | undefined> {
  const parts = url.pathname.split("/").filter(Boolean).map(decodeURIComponent);
  const version = /^v\d+\.\d+$/.test(parts[0] ?? "") ? parts.shift() : undefined;
  const [id, edge] = parts;
  const method = request.method?.toLowerCase();
  if (!id || parts.length > 2 || (method !== "get" && method !== "post" && method !== "delete")) return undefined;
  const { body, file } = await readContent(request);
  const addresses = [body.to, body.recipient].filter((value) => typeof value === "string").map(addressKey);
  return {
    method,
    id,
    edge,
    query: url.searchParams,
    body,
    file,
    origin,
    version: version ?? newestVersion,
    path: url.pathname,
    addresses,
  };
}

async function readContent(request: IncomingMessage): Promise<{ body: JsonObject; file: File | undefined }> {
  const type = request.headers["content-type"] ?? "";
  const isForm = type.startsWith("multipart/form-data");
  const bytes = await readBody(request, isForm ? uploadBytes : jsonBytes);
  if (bytes.length === 0) return { body: {}, file: undefined };
  if (isForm || type.startsWith("application/x-www-form-urlencoded")) return readForm(bytes, type);
  try {
    const body: unknown = JSON.parse(bytes.toString("utf8"));
    if (isObject(body)) return { body, file: undefined };
  } catch {
    // Falls through to the same refusal as a body which is no object.
  }
  throw badParam("Invalid parameter: the body is not a JSON object.");
}

async function readForm(bytes: Buffer, type: string): Promise<{ body: JsonObject; file: File | undefined }> {
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { "Content-Type": type } }).formData();
    const fields = [...form].filter(([, value]) => typeof value === "string");
    const file = form.get("file");
    return { body: Object.fromEntries(fields), file: file instanceof File ? file : undefined };
  } catch {
    throw badParam("Invalid parameter: the form cannot be read.");
  }
}
