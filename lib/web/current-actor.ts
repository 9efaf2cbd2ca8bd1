/** Who looks at a page, asked once a request however many components want to know. */
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import {
  type Actor,
  actorOfSession,
  findUser,
  type Membership,
  membershipsOf,
  sessionIdFromCookie,
  sessionOf,
  type User,
} from "@/lib/auth";
import { DomainError } from "@/lib/errors";

const currentSessionId = cache(async () => sessionIdFromCookie((await headers()).get("cookie")));

/** For pages of a workspace: leads to the sign-in, to *not found*, or to the list of one's workspaces when there is no actor. */
export const currentActor = cache(async (workspaceSlug: string): Promise<Actor> => {
  const signIn = `/sign-in?next=${encodeURIComponent(`/${workspaceSlug}/inbox`)}`;
  const sessionId = await currentSessionId();
  if (!sessionId) redirect(signIn);
  const outcome = await actorOfSession(sessionId, workspaceSlug).catch((error: unknown) => error);
  if (!(outcome instanceof Error)) return outcome as Actor;
  const kind = outcome instanceof DomainError ? outcome.kind : null;
  if (kind === "unauthenticated") redirect(signIn);
  if (kind === "not_found") notFound();
  if (kind === "forbidden") redirect("/no-workspace");
  throw outcome;
});

export type CurrentUser = User & { memberships: Membership[] };

/** Who is signed in, in whichever workspaces; null when nobody is. */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const sessionId = await currentSessionId();
  const session = sessionId ? await sessionOf(sessionId) : null;
  if (!session) return null;
  const [user, memberships] = await Promise.all([findUser(session.userId), membershipsOf(session.userId)]);
  return { ...user, memberships };
});
