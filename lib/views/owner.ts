import { and, count, eq, isNull } from "drizzle-orm";
import { savedViews } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { ForbiddenError, LimitReachedError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { mostViews } from "./types";

/** Whose a view is: null for everybody's, which needs the right to. */
export function ownerOf(actor: Actor, isShared: boolean): string | null {
  if (isShared) {
    authorize(actor, "views.manageShared");
    return null;
  }
  if (actor.kind === "member") return actor.id;
  throw new ForbiddenError("An API key has no views of its own.", {
    code: "members_only",
    nextStep: "Share the view with everybody.",
  });
}

export async function refuseTooMany(tx: Transaction, { tenantId }: Actor, memberId: string | null): Promise<void> {
  const whose = memberId === null ? isNull(savedViews.memberId) : eq(savedViews.memberId, memberId);
  const [row] = await tx
    .select({ views: count() })
    .from(savedViews)
    .where(and(eq(savedViews.tenantId, tenantId), whose));
  if ((row?.views ?? 0) < mostViews) return;
  throw new LimitReachedError(`There are ${mostViews} views already.`, {
    code: "too_many_views",
    nextStep: "Delete one that nobody uses.",
  });
}

/** One's own is nobody else's business: it is told to the member alone. */
export async function announce(tx: Transaction, actor: Actor, viewId: string, memberId: string | null): Promise<void> {
  await recordEvent(tx, actor, { type: "view.changed", memberId, payload: { viewId } });
}
