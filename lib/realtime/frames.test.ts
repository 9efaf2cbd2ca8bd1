import { describe, expect, it } from "vitest";
import { type Role, roles, type Visibility, visibilities } from "@/lib/auth/types";
import { maySee, type VisibilityFacts } from "@/lib/conversations";
import type { RecordedEvent } from "@/lib/events";
import { framesByRoom } from "./audience";
import { framesFor } from "./frames";

const me = "00000000-0000-7000-8000-000000000001";
const colleague = "00000000-0000-7000-8000-000000000002";
const [mine, others] = ["00000000-0000-7000-8000-00000000000a", "00000000-0000-7000-8000-00000000000b"];
const conversationId = "00000000-0000-7000-8000-0000000000c1";

const asker = (role: Role, visibility: Visibility) => ({
  tenantId: "00000000-0000-7000-8000-0000000000ff",
  kind: "member" as const,
  id: me,
  name: "Me",
  role,
  visibility,
  departmentIds: [mine],
  scopes: null,
});

function eventOf(event: Partial<RecordedEvent> = {}): RecordedEvent {
  return {
    cursor: "7.1",
    tenantId: "00000000-0000-7000-8000-0000000000ff",
    type: "message.received",
    actor: "system:ingest",
    at: "2026-01-01T00:00:00.000Z",
    conversationId,
    contactId: null,
    messageId: null,
    memberId: null,
    channelId: null,
    departmentId: null,
    causeId: null,
    payload: { secret: "what was said" },
    ...event,
  };
}

const places = [mine, others, null].flatMap((departmentId) =>
  [me, colleague, null].map(
    (assigneeId): VisibilityFacts => ({ departmentId, assigneeId, state: assigneeId ? "open" : "queued" }),
  ),
);
const askers = roles.flatMap((role) => visibilities.map((visibility) => ({ role, visibility })));

describe.each(askers)("a $role who sees $visibility", ({ role, visibility }) => {
  const who = asker(role, visibility);

  it.each(places)("hears of a conversation just when they may see it: $departmentId, $assigneeId", (facts) => {
    const frames = framesFor(who, [eventOf()], new Map([[conversationId, facts]]));
    expect(frames.map((frame) => frame.type)).toEqual(maySee(who, facts) ? ["message.received"] : []);
  });

  it("hears nothing of a conversation that has been erased", () => {
    expect(framesFor(who, [eventOf()], new Map())).toEqual([]);
  });

  it("is told that a conversation went out of sight just when it was in sight before, and nothing else of it", () => {
    for (const before of places) {
      for (const now of places) {
        const moved = eventOf({
          type: before.departmentId === now.departmentId ? "conversation.assigned" : "conversation.transferred",
          contactId: colleague,
          payload: { previousAssigneeId: before.assigneeId, previousDepartmentId: before.departmentId },
        });
        const frames = framesFor(who, [moved], new Map([[conversationId, now]]));
        const expected = maySee(who, now) ? [moved.type] : maySee(who, before) ? ["conversation.hidden"] : [];
        expect(frames.map((frame) => frame.type)).toEqual(expected);
        if (expected[0] === "conversation.hidden") {
          const { cursor, at, type: _, actor: __, ...rest } = frames[0] ?? expect.fail();
          const said = Object.values(rest).filter((value) => value !== null && value !== conversationId);
          expect([cursor, at, said]).toEqual([moved.cursor, moved.at, [{}]]);
        }
      }
    }
  });

  it("gets by their rooms what they get when they ask, whichever way it is put together", () => {
    for (const facts of places) {
      const events = [eventOf(), eventOf({ cursor: "7.2", type: "contact.changed", conversationId: null })];
      const byRoom = framesByRoom([who, { ...who, id: colleague }], events, new Map([[conversationId, facts]]));
      const rooms = [...byRoom].filter(([room]) => room.startsWith("audience:") || room.endsWith(`:${me}`));
      const heard = rooms.flatMap(([, frames]) => frames).toSorted((a, b) => a.cursor.localeCompare(b.cursor));
      expect(heard).toEqual(framesFor(who, events, new Map([[conversationId, facts]])));
    }
  });
});

describe("an API key with scopes", () => {
  const key = { ...asker("owner", "all"), scopes: ["events.read" as const, "contacts.read" as const] };

  it("hears only of what it may read", () => {
    const events = [
      eventOf(),
      eventOf({ type: "contact.changed", conversationId: null }),
      eventOf({ type: "channel.stopped", conversationId: null }),
    ];
    const facts = new Map([[conversationId, { departmentId: null, assigneeId: null, state: "queued" }]]);
    expect(framesFor(key, events, facts).map((frame) => frame.type)).toEqual(["contact.changed"]);
  });
});

it("no frame names the tenant", () => {
  const facts = new Map([[conversationId, { departmentId: null, assigneeId: null, state: "queued" }]]);
  const [frame] = framesFor(asker("owner", "all"), [eventOf()], facts);
  expect(frame).not.toHaveProperty("tenantId");
});

describe("a conversation that was erased", () => {
  it("leaves every screen by its opaque id alone, and says nothing of what happened in it before", () => {
    for (const { role, visibility } of askers) {
      const events = [eventOf(), eventOf({ type: "contact.erased", contactId: "gone", cursor: "7.2" })];
      const frames = framesFor(asker(role, visibility), events, new Map());
      expect(frames).toMatchObject([{ type: "conversation.hidden", conversationId, contactId: null, payload: {} }]);
    }
  });
});
