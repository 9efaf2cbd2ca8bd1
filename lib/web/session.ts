/** Who is asking of the API: a bearer key in its own workspace, or a session in the workspace that the request names. */
import { type Actor, actorOfApiKey, actorOfSession, sessionIdFromCookie } from "@/lib/auth";
import { InvalidError, UnauthenticatedError } from "@/lib/errors";

/**
 * The actor of an API request: a bearer key in its own workspace, or a session in the workspace of `x-workspace`.
 * @throws {UnauthenticatedError} neither, or one that has ended
 * @throws {NotFoundError} a workspace that is not there or not one's own
 */
export async function actorOf(request: Request): Promise<Actor> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const [, key] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    if (key) return actorOfApiKey(key);
    throw new UnauthenticatedError("The Authorization header should be Bearer and an API key.");
  }
  const sessionId = await sessionIdFromCookie(request.headers.get("cookie"));
  if (!sessionId) throw new UnauthenticatedError();
  const slug = request.headers.get("x-workspace");
  if (!slug) {
    throw new InvalidError("With a session, the workspace has to be named.", {
      code: "workspace_missing",
      nextStep: "Send the header X-Workspace with the slug of the workspace.",
    });
  }
  return actorOfSession(sessionId, slug);
}
