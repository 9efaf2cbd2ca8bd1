import { listConversations } from "@/lib/conversations";
import { ListConversations } from "@/lib/conversations/schemas";
import { searchWorkspace } from "@/lib/search";
import { Search } from "@/lib/search/schemas";
import { makeChannel, makeTenant } from "@/test/factories";
import { fillArchive } from "./conversation/archive";
import type { Measurement } from "./measurement";
import { percentile } from "./report/percentile";
import type { Row } from "./report/row";

const CONVERSATIONS = 100_000;
const MESSAGES_EACH = 10;
const ROUNDS = 20;

const lists = [
  { view: "mine" },
  { view: "all" },
  { view: "all", sort: "waiting" },
  { view: "all", window: "open", unread: "no" },
  { view: "resolved" },
  { view: "all", state: "resolved", sort: "oldest" },
];

/** Words that are everywhere, in some, and almost nowhere; beginnings of words; other scripts; names, numbers, operators. */
const searches = [
  "customer",
  "invoice",
  "invoice parcel",
  "word4711",
  "word47",
  "brulee sucre",
  "配達",
  "nowhere",
  "customer 77777",
  "0770 00 09 99 99",
  "from:customer order",
  "order in:resolved",
];

/** The list of conversations and search, as the API's verbs answer them, in a workspace that has been busy for years. */
export const finding: Measurement = async ({ openHouse, say }) => {
  const house = await openHouse();
  say(`setting the scene: ${CONVERSATIONS} conversations, ${CONVERSATIONS * MESSAGES_EACH} messages`);
  const tenant = await makeTenant();
  const channel = await makeChannel(tenant);
  await fillArchive(house.owner, { ...tenant, channel, conversations: CONVERSATIONS, messagesEach: MESSAGES_EACH });
  say("asking");
  const listed = await timesOf(lists, (input) => listConversations(tenant.owner, ListConversations.input.parse(input)));
  const found = await timesOf(searches, (q) => searchWorkspace(tenant.owner, Search.input.parse({ q })));
  const pings = await timesOf(["select 1"], (sql) => house.owner.query(sql));
  const common = {
    from: "finding",
    unit: "ms",
    better: "less",
    reference: `one round trip to the database ${percentile(pings.all, 50).toFixed(2)} ms`,
  } satisfies Partial<Row>;
  return [
    { ...common, what: "Inbox list, p95", figure: percentile(listed.all, 95), aim: 100, notes: notesOf(listed) },
    { ...common, what: "Search, p95", figure: percentile(found.all, 95), aim: 300, notes: notesOf(found) },
  ];
};

type Times = { all: number[]; slowest: { asked: string; ms: number } };

async function timesOf<T>(asked: T[], ask: (each: T) => Promise<unknown>): Promise<Times> {
  const all: number[] = [];
  let slowest = { asked: "", ms: 0 };
  for (const each of asked) {
    await ask(each);
    const own: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      await ask(each);
      own.push(performance.now() - began);
    }
    all.push(...own);
    const ms = percentile(own, 50);
    if (ms > slowest.ms) slowest = { asked: JSON.stringify(each), ms };
  }
  return { all, slowest };
}

function notesOf({ all, slowest }: Times): string[] {
  return [
    `p50 ${percentile(all, 50).toFixed(0)} ms, of ${all.length}`,
    `slowest, p50 ${slowest.ms.toFixed(0)} ms: ${slowest.asked}`,
  ];
}
