/** A stored file over HTTP: whole, in part, or not at all when the browser has it; never as a page of ours. */
import { actorOfSession, membershipsOf, sessionIdFromCookie, sessionOf } from "@/lib/auth";
import { DomainError, NotFoundError, UnauthenticatedError } from "@/lib/errors";
import { type OpenMedia, openMedia } from "@/lib/media";
import { byteRangeOf } from "./byte-range";
import { contentDispositionOf } from "./content-disposition";
import { problemOf } from "./problem";
import { actorOf } from "./session";

/** Answers GET and HEAD. */
export async function answerMedia(request: Request, mediaId: string): Promise<Response> {
  try {
    return await answerWith(await openFor(request, mediaId), request);
  } catch (error) {
    return problemOf(error);
  }
}

/**
 * A picture in a page cannot send the header that names the workspace: without one, each workspace of the session is
 * asked as itself.
 */
async function openFor(request: Request, mediaId: string): Promise<OpenMedia> {
  const { headers } = request;
  if (headers.has("authorization") || headers.has("x-workspace")) return openMedia(await actorOf(request), mediaId);
  const sessionId = await sessionIdFromCookie(headers.get("cookie"));
  const session = sessionId ? await sessionOf(sessionId) : null;
  if (!session) throw new UnauthenticatedError();
  for (const { slug, status } of await membershipsOf(session.userId)) {
    const found = status === "active" ? await openOrNull(session.id, slug, mediaId) : null;
    if (found) return found;
  }
  throw new NotFoundError("media");
}

async function openOrNull(sessionId: string, slug: string, mediaId: string): Promise<OpenMedia | null> {
  try {
    return await openMedia(await actorOfSession(sessionId, slug), mediaId);
  } catch (error) {
    if (error instanceof DomainError && (error.kind === "not_found" || error.kind === "forbidden")) return null;
    throw error;
  }
}

async function answerWith(media: OpenMedia, { method, headers: asked }: Request): Promise<Response> {
  const { sizeBytes, sha256 } = media;
  const etag = `"${sha256}"`;
  const headers = { ...headersOf(media), etag };
  if (isAmong(asked.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  const ifRange = asked.get("if-range");
  const isCurrent = ifRange === null || ifRange === etag;
  // Ranges are of GET alone.
  const range = isCurrent && method === "GET" ? byteRangeOf(asked.get("range"), sizeBytes) : null;
  if (range === "unsatisfiable") {
    return new Response(null, { status: 416, headers: { "content-range": `bytes */${sizeBytes}` } });
  }
  const { start, end } = range ?? { start: 0, end: sizeBytes - 1 };
  const hasBody = method === "GET" && sizeBytes > 0;
  return new Response(hasBody ? await streamOf(media.read({ start, end })) : null, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      "content-length": String(end - start + 1),
      ...(range ? { "content-range": `bytes ${start}-${end}/${sizeBytes}` } : {}),
    },
  });
}

function headersOf(media: OpenMedia): Record<string, string> {
  return {
    // Text was found to be UTF-8 when it was stored.
    "content-type": media.type.startsWith("text/") ? `${media.type}; charset=utf-8` : media.type,
    "content-disposition": contentDispositionOf(media),
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
    // Short, since a file can be deleted by its sender or hidden from a member; after that the etag saves the bytes.
    "cache-control": "private, max-age=300",
    vary: "authorization, cookie, x-workspace",
    "accept-ranges": "bytes",
  };
}

/** The first piece is opened before the head goes out: a damaged file is then an error, not an answer that breaks off. */
async function streamOf(chunks: AsyncGenerator<Buffer>): Promise<ReadableStream<Uint8Array>> {
  let ahead = await chunks.next();
  return new ReadableStream({
    async pull(controller) {
      if (ahead.done) return controller.close();
      controller.enqueue(ahead.value);
      ahead = await chunks.next();
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

function isAmong(header: string | null, etag: string): boolean {
  const known = header?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return known.includes(etag) || known.includes("*");
}
