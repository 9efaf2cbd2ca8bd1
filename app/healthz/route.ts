/** This process lives; whether the installation can do its work is asked of the engine's `/readyz`. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
