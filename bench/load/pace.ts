import { nowMs } from "@/bench/assistants/now";
import { type Line, type Status, statusBody, textBody } from "./bodies";
import type { Connection } from "./connection";
import { type App, webhookRequest } from "./request";

/** A line with the customers that the database knows and the messages that were sent to them. */
export type LoadedLine = Line & { app: App; customers: number };

/** So many webhooks a second whatever the other side does, one fact each, spread evenly over the lines. */
export type Pace = {
  port: number;
  lines: LoadedLine[];
  statusesPerSecond: number;
  messagesPerSecond: number;
  seconds: number;
  connections: number;
  /** One customer message in so many comes from somebody unknown. */
  strangerIn: number;
};

export type PaceOutcome = {
  statuses: number;
  messages: number;
  refused: number;
  /** From when each was due, so that waiting for a free connection counts. */
  acknowledgedAfterMs: Float64Array;
  /** When each customer message was due, by line and number. */
  messagesDueAt: { line: number; message: number; dueMs: number }[];
  /** When the last answer had come, after the last was due. */
  overrunMs: number;
};

type Webhook = { request: Buffer; dueMs: number; kind: "status" | "message" };

const TICK_MS = 2;
/** Beyond this the other side is lost, and so would our memory be. */
const MOST_WAITING = 100_000;
/** How far `delivered` and `read` are behind `sent`, in messages of the same line. */
const behind: Record<Status, number> = { sent: 0, delivered: 60, read: 120 };

export async function paceWebhooks(task: Pace, open: (port: number) => Connection): Promise<PaceOutcome> {
  const { port, statusesPerSecond, messagesPerSecond, seconds, connections } = task;
  const outcome: PaceOutcome = {
    statuses: 0,
    messages: 0,
    refused: 0,
    acknowledgedAfterMs: new Float64Array(),
    messagesDueAt: [],
    overrunMs: 0,
  };
  const waiting: Webhook[] = [];
  const free = Array.from({ length: connections }, () => open(port));
  const opened = [...free];
  const tookMs: number[] = [];
  const statuses = statusStream(task);
  const messages = messageStream(task, outcome);
  const began = nowMs();
  const until = began + seconds * 1000;
  let made = { statuses: 0, messages: 0 };
  let underWay = 0;
  let head = 0;

  const carry = async (connection: Connection, { request, dueMs, kind }: Webhook) => {
    underWay += 1;
    const status = await connection.send(request).catch(() => 0);
    underWay -= 1;
    tookMs.push(nowMs() - dueMs);
    if (status === 200) outcome[kind === "status" ? "statuses" : "messages"] += 1;
    else outcome.refused += 1;
    free.push(connection);
    start();
  };
  const start = () => {
    while (free.length > 0 && head < waiting.length) {
      const [connection, webhook] = [free.pop(), waiting[head++]];
      if (connection && webhook) void carry(connection, webhook);
    }
    if (head === waiting.length) head = waiting.length = 0;
  };
  const make = () => {
    const elapsed = (Math.min(nowMs(), until) - began) / 1000;
    const due = {
      statuses: Math.floor(elapsed * statusesPerSecond),
      messages: Math.floor(elapsed * messagesPerSecond),
    };
    for (let at = made.statuses; at < due.statuses; at++) {
      waiting.push({ request: statuses(at), dueMs: began + (at * 1000) / statusesPerSecond, kind: "status" });
    }
    for (let at = made.messages; at < due.messages; at++) {
      const dueMs = began + (at * 1000) / messagesPerSecond;
      waiting.push({ request: messages(at, dueMs), dueMs, kind: "message" });
    }
    made = due;
    if (waiting.length - head > MOST_WAITING) throw new Error("The door answers too slowly for this load.");
  };

  while (nowMs() < until || underWay > 0 || head < waiting.length) {
    make();
    start();
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  for (const connection of opened) connection.close();
  return { ...outcome, acknowledgedAfterMs: Float64Array.from(tookMs), overrunMs: nowMs() - until };
}

/** Each message of a line is sent, then delivered, then read; the lines take turns. */
function statusStream({ lines }: Pace): (at: number) => Buffer {
  const kinds: Status[] = ["sent", "delivered", "read"];
  return (at) => {
    const line = nth(lines, at);
    const turn = Math.floor(at / lines.length);
    const status = nth(kinds, turn);
    // The first messages have been sent and delivered before the load begins.
    const message = Math.floor(turn / kinds.length) + behind.read - behind[status];
    const body = statusBody(line, { customer: message % line.customers, message, status });
    return webhookRequest(line.app, body);
  };
}

function messageStream({ lines, strangerIn }: Pace, outcome: PaceOutcome): (at: number, dueMs: number) => Buffer {
  return (at, dueMs) => {
    const line = nth(lines, at);
    const message = Math.floor(at / lines.length);
    const isStranger = at % strangerIn === 0;
    const customer = isStranger ? line.customers + message : (message * 7) % line.customers;
    outcome.messagesDueAt.push({ line: line.index, message, dueMs });
    return webhookRequest(line.app, textBody(line, { customer, message }));
  };
}

function nth<T>(list: T[], at: number): T {
  const found = list[at % list.length];
  if (found === undefined) throw new Error("There is nothing to choose from.");
  return found;
}
