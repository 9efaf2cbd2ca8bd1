import { SECOND } from "@/lib/time";

/** One tab of a member on a conversation. `gone`: it looks elsewhere now. */
export type Glance = {
  tenantId: string;
  conversationId: string;
  memberId: string;
  tab: string;
  isTyping: boolean;
  gone?: boolean;
};

export type Companion = { memberId: string; isTyping: boolean };

/** A tab says again where it looks more often than this; one that does not is gone. */
export const GLANCE_LASTS_MS = 35 * SECOND;

export function placeOf({ tenantId, conversationId }: Pick<Glance, "tenantId" | "conversationId">): string {
  return `${tenantId}/${conversationId}`;
}

/** Who looks at which conversation, and who types there: many tabs of one member count as one. */
export function createCompany() {
  const byPlace = new Map<string, Map<string, Glance & { untilMs: number }>>();

  function remove(place: string, tab: string): boolean {
    const tabs = byPlace.get(place);
    const isGone = tabs?.delete(tab) ?? false;
    if (tabs?.size === 0) byPlace.delete(place);
    return isGone;
  }

  return {
    /** Answers whether somebody came, went, began or stopped typing. */
    note(glance: Glance, nowMs: number): boolean {
      const place = placeOf(glance);
      const before = signature(this.at(place));
      if (glance.gone) remove(place, glance.tab);
      else {
        const tabs = byPlace.get(place) ?? new Map();
        byPlace.set(place, tabs.set(glance.tab, { ...glance, untilMs: nowMs + GLANCE_LASTS_MS }));
      }
      return signature(this.at(place)) !== before;
    },
    at(place: string): Companion[] {
      const members = new Map<string, boolean>();
      for (const { memberId, isTyping } of byPlace.get(place)?.values() ?? []) {
        members.set(memberId, isTyping || members.get(memberId) === true);
      }
      return [...members].map(([memberId, isTyping]) => ({ memberId, isTyping })).sort(byId);
    },
    /** Forgets tabs that have not been heard of; answers where that changed something. */
    expire(nowMs: number): string[] {
      const changed: string[] = [];
      for (const [place, tabs] of byPlace) {
        const before = signature(this.at(place));
        for (const [tab, { untilMs }] of tabs) if (untilMs <= nowMs) remove(place, tab);
        if (signature(this.at(place)) !== before) changed.push(place);
      }
      return changed;
    },
  };
}

export type Company = ReturnType<typeof createCompany>;

function byId(one: Companion, other: Companion): number {
  return one.memberId < other.memberId ? -1 : 1;
}

function signature(companions: Companion[]): string {
  return companions.map(({ memberId, isTyping }) => `${memberId}${isTyping ? "+" : ""}`).join(" ");
}
