import type { Actor } from "@/lib/auth";
import type { EventFrame, RecordedEvent } from "@/lib/events";
import { type FactsById, framesFor, privateTo } from "./frames";

/** Sees what a group sees, and has nothing assigned. */
const NOBODY = "";

/** Members who see the same, but for what is assigned to themselves: what they get is put together and encoded once. */
export function audienceOf({ tenantId, role, scopes, visibility, departmentIds }: Actor): string {
  const departments = visibility === "all" ? "" : departmentIds.toSorted().join("+");
  return `audience:${tenantId}:${role}:${visibility}:${departments}:${scopes?.toSorted().join("+") ?? ""}`;
}

export function memberRoom({ tenantId, id }: Pick<Actor, "tenantId" | "id">): string {
  return `member:${tenantId}:${id}`;
}

/** Frames by room. What one sees only as the assignee, or what is a member's alone, comes to the member's own room. */
export function framesByRoom(actors: Actor[], events: RecordedEvent[], facts: FactsById): Map<string, EventFrame[]> {
  const byRoom = new Map<string, EventFrame[]>();
  const eventsByMember = ownEvents(events, facts);
  for (const actor of actors) {
    const audience = audienceOf(actor);
    const shared = byRoom.get(audience) ?? framesFor({ ...actor, id: NOBODY }, events, facts);
    byRoom.set(audience, shared);
    const mine = eventsByMember.get(actor.id) ?? [];
    const own = actor.visibility === "all" ? mine.filter((event) => privateTo(event) !== null) : mine;
    if (own.length === 0 || byRoom.has(memberRoom(actor))) continue;
    const known = new Set(shared.map((frame) => `${frame.cursor} ${frame.type}`));
    byRoom.set(
      memberRoom(actor),
      framesFor(actor, own, facts).filter((frame) => !known.has(`${frame.cursor} ${frame.type}`)),
    );
  }
  return byRoom;
}

/** The events that concern a member alone, or as the assignee of the conversation, now or just before. */
function ownEvents(events: RecordedEvent[], facts: FactsById): Map<string, RecordedEvent[]> {
  const byMember = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const now = event.conversationId === null ? undefined : facts.get(event.conversationId);
    for (const id of new Set([now?.assigneeId, event.payload.previousAssigneeId, privateTo(event)])) {
      if (typeof id !== "string") continue;
      const list = byMember.get(id) ?? [];
      list.push(event);
      byMember.set(id, list);
    }
  }
  return byMember;
}
