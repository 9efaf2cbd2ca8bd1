import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { recordEvents } from "@/lib/events";
import { createGreeting } from "@/lib/greetings";
import { CreateGreeting } from "@/lib/greetings/schemas";
import type { GreetingKind, GreetingTime } from "@/lib/greetings/types";
import { createHours, editHours, setDepartmentHours } from "@/lib/hours";
import { newId } from "@/lib/ids";
import { sendNotice } from "@/lib/messages";
import { DAY, HOUR, MINUTE } from "@/lib/time";
import { tenantSealer } from "@/lib/vault";
import { type ConversationPlan, makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { type Heard, heedEvents } from "./heed";
import { sayDue } from "./say-due";

type Options = { kinds?: GreetingKind[]; isOpen?: boolean; during?: GreetingTime; plan?: ConversationPlan };

/** Every day from two hours after now on, for twelve hours. */
function opensInTwoHours() {
  const clock = (ms: number) => new Date(Date.now() + ms).toISOString().slice(11, 16);
  const day = [{ from: clock(2 * HOUR), to: clock(14 * HOUR) }];
  return [day, day, day, day, day, day, day];
}

async function scene(options: Options = {}) {
  const { kinds = ["welcome", "away", "reopened"], isOpen = true, during = "always", plan = {} } = options;
  const tenant = await makeTenant({ channel: true });
  const { admin, departments, tenantId } = tenant;
  const departmentId = departments[0].id;
  const day = isOpen ? [{ from: "00:00", to: "24:00" }] : [];
  const weekly = [day, day, day, day, day, day, day];
  const { id: hoursId } = await createHours(admin, { name: "Office", timeZone: "UTC", weekly, exceptions: [] });
  await setDepartmentHours(admin, { departmentId, hoursId });
  for (const kind of kinds) {
    const afterMinutes = kind === "queue" || kind === "follow_up" ? 10 : null;
    const text = `${kind} {{contact.firstName}} {{department.name}} {{queue.place|-}} {{queue.wait|-}}`;
    await createGreeting(admin, CreateGreeting.input.parse({ name: kind, kind, text, afterMinutes, during }));
  }
  const { id: conversationId } = await makeConversation(tenant, { departmentId, ...plan });
  const told = (type: Heard["type"], payload: Record<string, unknown> = {}, at = new Date()): Heard => ({
    ...{ tenantId, type, conversationId, payload, at: at.toISOString() },
  });
  const received = () => told("message.received", { type: "text", author: "contact", standby: false });
  const said = async () => {
    const rows = await ownerQuery<{ preview: string }>(
      "select preview from messages where conversation_id = $1 and direction = 'out' order by at",
      [conversationId],
    );
    return rows.map(({ preview }) => preview);
  };
  /** The customer writes again: theirs is the last message. */
  const writesAgain = () =>
    ownerQuery(
      `with written as (
         insert into messages (tenant_id, id, conversation_id, contact_id, channel_id, direction, author, type, content,
           preview, status, at)
         select tenant_id, $2, id, contact_id, channel_id, 'in', 'contact', 'text', '{}', 'Hello?', 'received', now()
         from conversations where id = $1 returning id)
       update conversations set last_message_id = written.id, waiting_since = now() from written
       where conversations.id = $1`,
      [conversationId, newId()],
    );
  const closes = () => editHours(admin, { hoursId, weekly: opensInTwoHours() });
  return { ...tenant, departmentId, conversationId, told, received, said, writesAgain, closes };
}

test("a new conversation is welcomed once, however often its events come", async () => {
  const { told, received, said } = await scene();
  const events = [told("conversation.opened", { state: "queued" }), told("conversation.queued"), received()];
  await heedEvents(events);
  await heedEvents(events);
  await Promise.all([heedEvents(events), heedEvents(events)]);
  expect(await said()).toEqual(["welcome Casey Sales 1 -"]);
});

test("who writes while closed hears that and is not welcomed too, and hears it once", async () => {
  const { told, received, said, writesAgain } = await scene({ isOpen: false });
  await heedEvents([told("conversation.opened", { state: "queued" }), received()]);
  expect(await said()).toEqual(["away Casey Sales 1 -"]);
  await writesAgain();
  await heedEvents([received()]);
  expect(await said()).toHaveLength(1);
});

test("who writes while closed is welcomed where nothing says that nobody is there", async () => {
  const { told, received, said } = await scene({ isOpen: false, kinds: ["welcome"] });
  await heedEvents([told("conversation.opened", { state: "queued" }), received()]);
  expect(await said()).toEqual(["welcome Casey Sales 1 -"]);
});

test("a message while open gets no greeting of its own, and one in a conversation that was reopened its own", async () => {
  const { told, received, said } = await scene();
  await heedEvents([received()]);
  expect(await said()).toEqual([]);
  await heedEvents([told("conversation.reopened", { by: "contact", state: "queued" }), received()]);
  expect(await said()).toEqual(["reopened Casey Sales 1 -"]);
});

test("the greeting is the software's, with its name, and the customer goes on waiting", async () => {
  const { told, conversationId } = await scene();
  await heedEvents([told("conversation.opened", { state: "queued" })]);
  const [message] = await ownerQuery(
    `select m.author, m.origin, c.waiting_since is not null as waits, c.state from messages m
     join conversations c on c.id = m.conversation_id where c.id = $1 and m.direction = 'out'`,
    [conversationId],
  );
  expect(message).toMatchObject({
    ...{ author: "system", waits: true, state: "queued" },
    origin: { kind: "automation", by: "greeting", name: "welcome" },
  });
});

test.each([
  ["another responder has the thread", "update conversations set owner = 'other' where id = $1"],
  ["it is spam", "update conversations set state = 'resolved', resolved_at = now(), spam_at = now() where id = $1"],
  ["somebody has answered", "update conversations set waiting_since = null where id = $1"],
  [
    "the contact is blocked",
    "update contacts set blocked_at = now() where id = (select contact_id from conversations where id = $1)",
  ],
  [
    "the window is over",
    "update service_windows set opened_at = now() - interval '2 days' where contact_id = (select contact_id from conversations where id = $1)",
  ],
])("nothing is said where %s", async (_, change) => {
  const { told, received, said, conversationId } = await scene({ isOpen: false });
  await ownerQuery(change, [conversationId]);
  await heedEvents([told("conversation.opened", { state: "queued" }), received()]);
  expect(await said()).toEqual([]);
});

test("nothing is said to copies for another responder, nor long after", async () => {
  const { told, said } = await scene({ isOpen: false });
  await heedEvents([
    told("message.received", { author: "contact", standby: true }),
    told("conversation.opened", { state: "queued" }, new Date(Date.now() - HOUR)),
  ]);
  expect(await said()).toEqual([]);
});

test("after a time in the queue the place is said, once however many engines look", async () => {
  const { told, said } = await scene({ kinds: ["queue"] });
  await heedEvents([told("conversation.queued")]);
  await sayDue();
  expect(await said()).toEqual([]);
  const later = new Date(Date.now() + 11 * MINUTE);
  await Promise.all([sayDue(later), sayDue(later), sayDue(later)]);
  expect(await said()).toEqual(["queue Casey Sales 1 -"]);
  await heedEvents([told("conversation.queued")]);
  await sayDue(later);
  expect(await said()).toHaveLength(1);
});

test("the expected wait is said when enough others have waited", async () => {
  const { told, said, owner, departments } = await scene({ kinds: ["queue"] });
  const waited = Array.from({ length: 5 }, () => {
    const refs = { conversationId: newId(), departmentId: departments[0].id };
    return [
      { type: "conversation.queued" as const, ...refs, at: new Date(Date.now() - 5 * MINUTE) },
      { type: "conversation.dequeued" as const, ...refs, at: new Date() },
    ];
  });
  await withTenant(owner, (tx) => recordEvents(tx, owner, waited.flat()));
  await heedEvents([told("conversation.queued")]);
  await sayDue(new Date(Date.now() + 11 * MINUTE));
  expect(await said()).toEqual([expect.stringMatching(/^queue Casey Sales 1 (5 minutes|5–6 minutes)$/)]);
});

test("what is not true any more when it is due stays unsaid, and may be said when it is true again", async () => {
  const { told, said, conversationId, agent } = await scene({ kinds: ["queue"] });
  await heedEvents([told("conversation.queued")]);
  await ownerQuery("update conversations set state = 'open', assignee_id = $2 where id = $1", [
    conversationId,
    agent.id,
  ]);
  const later = new Date(Date.now() + 11 * MINUTE);
  await sayDue(later);
  expect(await said()).toEqual([]);
  await ownerQuery("update conversations set state = 'queued', assignee_id = null where id = $1", [conversationId]);
  await heedEvents([told("conversation.queued")]);
  await sayDue(later);
  expect(await said()).toHaveLength(1);
});

test("silence is owned up to when nobody has answered, and counts from the last answer", async () => {
  const { received, said, conversationId, writesAgain } = await scene({ kinds: ["follow_up"] });
  await heedEvents([received()]);
  await writesAgain();
  await ownerQuery("update conversations set waiting_since = now() + interval '5 minutes' where id = $1", [
    conversationId,
  ]);
  await sayDue(new Date(Date.now() + 11 * MINUTE));
  expect(await said()).toEqual([]);
  await sayDue(new Date(Date.now() + 16 * MINUTE));
  expect(await said()).toEqual([expect.stringContaining("follow_up Casey")]);
  await sayDue(new Date(Date.now() + DAY));
  expect(await said()).toHaveLength(1);
});

const inTwoHoursAnd = (minutes: number) => new Date(Date.now() + 2 * HOUR + minutes * MINUTE);

test("a follow-up of opening hours waits for the next opening, and its minutes count from there", async () => {
  const { received, said, closes } = await scene({ kinds: ["follow_up"], during: "open" });
  await closes();
  await heedEvents([received()]);
  await sayDue(new Date(Date.now() + 11 * MINUTE));
  await sayDue(inTwoHoursAnd(8));
  expect(await said()).toEqual([]);
  await sayDue(inTwoHoursAnd(11));
  expect(await said()).toEqual([expect.stringContaining("follow_up Casey")]);
});

test.each([
  ["is said after the next opening", null, 1],
  ["is not said where somebody has answered by then", "update conversations set waiting_since = null where id = $1", 0],
  [
    "is not said where the service window has closed by then",
    `update service_windows set opened_at = now() - interval '25 hours'
     where contact_id = (select contact_id from conversations where id = $1)`,
    0,
  ],
])("a follow-up that comes due as it has closed %s", async (_, change, times) => {
  const { received, said, closes, conversationId } = await scene({ kinds: ["follow_up"], during: "open" });
  await heedEvents([received()]);
  await closes();
  await sayDue(new Date(Date.now() + 11 * MINUTE));
  expect(await said()).toEqual([]);
  if (change) await ownerQuery(change, [conversationId]);
  await sayDue(inTwoHoursAnd(11));
  await sayDue(inTwoHoursAnd(12));
  expect(await said()).toHaveLength(times);
});

test.each([
  ["neither is known", null, [], "Hello"],
  ["the department has a first language", null, ["es", "pt"], "Hola"],
  ["nothing is written in the department's", null, ["pt"], "Hello"],
  ["the contact's is known, and nothing is written in it", "pt", ["es"], "Hello"],
])(
  "a greeting goes by the contact's language, else by the department's: %s",
  async (_, language, languages, expected) => {
    const { admin, told, said, conversationId, departmentId } = await scene({ kinds: [] });
    for (const [tag, text] of [
      [null, "Hello"],
      ["es", "Hola"],
    ] as const) {
      await createGreeting(admin, CreateGreeting.input.parse({ name: text, kind: "welcome", text, language: tag }));
    }
    await ownerQuery("update departments set languages = $2 where id = $1", [departmentId, languages]);
    await ownerQuery(
      "update contacts set language = $2 where id = (select contact_id from conversations where id = $1)",
      [conversationId, language],
    );
    await heedEvents([told("conversation.opened", { state: "queued" })]);
    expect(await said()).toEqual([expected]);
  },
);

test("what a rule said first silences no greeting, and a greeting that was said is not said on top of it", async () => {
  const { agent, conversationId, told, received, said, ...tenant } = await scene({ isOpen: false });
  const origin = { kind: "automation", by: "rule", id: newId(), name: "Hello" } as const;
  const seal = await tenantSealer(tenant.tenantId);
  const rule = systemActor(tenant.tenantId, "rule:test");
  const speak = () =>
    withTenant(rule, (tx) => sendNotice(tx, rule, { conversationId, text: "We look for it.", origin, seal }));
  await speak();
  const events = [told("conversation.opened", { state: "queued" }), received()];
  await heedEvents(events);
  await speak();
  await heedEvents(events);
  expect(await said()).toEqual(["We look for it.", "away Casey Sales 1 -", "We look for it."]);
});

test("a workspace that is suspended greets nobody, neither at once nor when it is time", async () => {
  const { tenantId, told, received, said } = await scene({ kinds: ["welcome", "follow_up"] });
  const turn = (status: string) => ownerQuery("update tenants set status = $2 where id = $1", [tenantId, status]);
  await heedEvents([received()]);
  await turn("suspended");
  await heedEvents([told("conversation.opened", { state: "queued" })]);
  await sayDue(new Date(Date.now() + HOUR));
  expect(await said()).toEqual([]);
});
