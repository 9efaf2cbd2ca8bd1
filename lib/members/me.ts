import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { members } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize, can, editUser, membershipsOf, type Permission, permissions, userOf } from "@/lib/auth";
import type { EditMe, Me } from "@/lib/auth/schemas";
import { recordEvent } from "@/lib/events";
import { nameOfWorkspace } from "@/lib/tenants";

type Shown = z.input<typeof Me>;

const everyPermission = Object.keys(permissions) as Permission[];

export async function readMe(actor: Actor): Promise<Shown> {
  authorize(actor, "profile.read");
  const { id, name, role, visibility, departmentIds } = actor;
  return {
    kind: actor.kind === "api_key" ? "api_key" : "member",
    id,
    name,
    role,
    visibility,
    departmentIds,
    permissions: everyPermission.filter((permission) => can(actor, permission)),
    undoSeconds: actor.kind === "member" ? await undoSecondsOf(actor) : 0,
    workspace: await nameOfWorkspace(actor),
    profile: actor.kind === "member" ? await profileOf(actor) : null,
  };
}

async function profileOf(actor: Actor): Promise<Shown["profile"]> {
  const { id, email, theme, locale, timeZone } = await userOf(actor);
  const workspaces = (await membershipsOf(id)).map(({ slug, name, status }) => ({ slug, name, status }));
  return { email, theme, locale, timeZone, workspaces };
}

/** Changes the asker's account; a new name shows in each of their workspaces. */
export async function editMe(actor: Actor, changes: z.output<typeof EditMe.input>): Promise<Shown> {
  authorize(actor, "profile.edit");
  const user = await userOf(actor);
  const { undoSeconds, ...ofAccount } = changes;
  await editUser(user.id, ofAccount);
  if (undoSeconds !== undefined) await setUndoSeconds(actor, undoSeconds);
  const { name } = changes;
  if (name !== undefined && name !== user.name) await rename(user.id, name);
  return readMe({ ...actor, name: name ?? actor.name });
}

async function undoSecondsOf({ tenantId, id }: Actor): Promise<number> {
  const [row] = await withTenant({ tenantId }, (tx) =>
    tx
      .select({ undoSeconds: members.undoSeconds })
      .from(members)
      .where(and(eq(members.tenantId, tenantId), eq(members.id, id))),
  );
  return row?.undoSeconds ?? 0;
}

/** Nobody else's screen shows it, so nobody is told. */
async function setUndoSeconds({ tenantId, id }: Actor, undoSeconds: number): Promise<void> {
  await withTenant({ tenantId }, (tx) =>
    tx
      .update(members)
      .set({ undoSeconds })
      .where(and(eq(members.tenantId, tenantId), eq(members.id, id))),
  );
}

async function rename(userId: string, name: string): Promise<void> {
  for (const { tenantId, memberId } of await membershipsOf(userId)) {
    const actor = { tenantId, kind: "member", id: memberId };
    await withTenant(actor, async (tx) => {
      await tx
        .update(members)
        .set({ name })
        .where(and(eq(members.tenantId, tenantId), eq(members.id, memberId)));
      await recordEvent(tx, actor, { type: "member.changed", memberId, payload: { name } });
    });
  }
}
