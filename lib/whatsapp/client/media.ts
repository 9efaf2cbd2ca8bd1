import type { Readable } from "node:stream";
import { HttpFailure, safeFetch } from "@/lib/http";
import { asText } from "@/lib/whatsapp/webhook/lenient";
import { callGraph, type GraphAccess, readSuccess, segment } from "./call";
import { failureOfTransport, failureOfUnreadable } from "./read-failure";
import type { GraphFailure, GraphResult } from "./result";

export type MediaLocation = {
  id: string;
  /** Valid for five minutes, and only with the token. */
  url: string;
  mimeType: string | null;
  sha256: string | null;
  sizeBytes: number | null;
};

/** To be read to its end or destroyed; errors of the line come while it is read. */
export type Download = { content: Readable; sizeBytes: number | null; mimeType: string | null };

const mediaHosts = ["lookaside.fbsbx.com", "*.fbcdn.net", "*.whatsapp.net"];
const MAX_MEDIA_BYTES = 100 * 1024 * 1024;
const pool = { name: "media", connections: 8 };

/** With the number given, Meta checks that the id belongs to it. */
export async function getMedia(
  access: GraphAccess,
  mediaId: string,
  phoneNumberId?: string,
): Promise<GraphResult<MediaLocation>> {
  const query = { phone_number_id: phoneNumberId };
  return callGraph(access, { method: "GET", path: segment(mediaId), query }, (body) => {
    const url = asText(body.url);
    return url === null
      ? null
      : {
          id: asText(body.id) ?? mediaId,
          url,
          mimeType: asText(body.mime_type),
          sha256: asText(body.sha256),
          sizeBytes: body.file_size === undefined ? null : Number(body.file_size),
        };
  });
}

export async function deleteMedia(
  access: GraphAccess,
  mediaId: string,
  phoneNumberId?: string,
): Promise<GraphResult<{ success: boolean }>> {
  const query = { phone_number_id: phoneNumberId };
  return callGraph(access, { method: "DELETE", path: segment(mediaId), query }, readSuccess);
}

/**
 * Opens a medium at Meta. The request carries the tenant's token and the address came in a webhook, so it only goes to Meta's
 * hosts or to the Graph API's own origin. A 404 or 401 means that the address is too old: ask for a new one.
 */
export async function downloadMedia(
  access: GraphAccess,
  url: string,
  options: { maxBytes?: number } = {},
): Promise<GraphResult<Download>> {
  try {
    const response = await safeFetch(url, {
      headers: { authorization: `Bearer ${access.token}` },
      allowHosts: mediaHosts,
      allowOrigins: [new URL(access.baseUrl).origin],
      redirect: "same-host",
      maxBytes: Math.min(options.maxBytes ?? MAX_MEDIA_BYTES, MAX_MEDIA_BYTES),
      totalTimeoutMs: 120_000,
      pool,
    });
    if (response.ok) {
      const { "content-type": mimeType = null, "content-length": length } = response.headers;
      const sizeBytes = length === undefined ? null : Number(length);
      return { ok: true, value: { content: response.stream(), sizeBytes, mimeType } };
    }
    response.discard();
    return failureOfUnreadable(
      { status: response.status, headers: response.headers, body: undefined },
      response.status < 500 ? "refused" : "ambiguous",
    );
  } catch (error) {
    return failureOfDownload(error);
  }
}

/** What went wrong with a download, also while its content was read. */
export function failureOfDownload(error: unknown): GraphFailure {
  const failure = failureOfTransport(error);
  const isFinal =
    error instanceof HttpFailure && ["forbidden_url", "forbidden_address", "too_large"].includes(error.code);
  return isFinal ? { ...failure, error: { ...failure.error, isTransient: false } } : failure;
}
