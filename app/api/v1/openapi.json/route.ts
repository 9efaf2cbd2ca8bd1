import { openApiDocument } from "@/lib/web/openapi";

/** Open to everybody: it says how to ask, and nothing of anybody. */
export const GET = (): Response =>
  Response.json(openApiDocument(), { headers: { "cache-control": "public, max-age=300" } });
