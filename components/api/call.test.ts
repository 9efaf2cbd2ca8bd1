import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ReadConversation, ResolveConversation } from "@/lib/conversations/schemas";
import { call } from "./call";
import { isProblem } from "./problem";

const conversationId = "0199a1b2-0000-7000-8000-000000000001";
let asked: Request[] = [];

function answerWith(...answers: (() => Response)[]) {
  asked = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    asked.push(new Request(`http://localhost${url}`, init));
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    return Promise.resolve().then(() => (answer ?? (() => new Response()))());
  });
}

function brokenLine(): Response {
  throw new TypeError("fetch failed");
}

beforeEach(() => vi.stubGlobal("location", { pathname: "/demo/inbox" }));
afterEach(() => vi.unstubAllGlobals());

test("a call names the workspace of the page", async () => {
  answerWith(() => Response.json({ id: conversationId }));
  await call<typeof ReadConversation>("GET /conversations/:conversationId", { conversationId });
  expect(asked[0]?.headers.get("x-workspace")).toBe("demo");
});

test("a GET whose line broke is tried once more", async () => {
  answerWith(brokenLine, () => Response.json({ id: conversationId }));
  const read = await call<typeof ReadConversation>("GET /conversations/:conversationId", { conversationId });
  expect(read.id).toBe(conversationId);
  expect(asked).toHaveLength(2);
});

test("a POST whose line broke is not tried again, and says what to do", async () => {
  answerWith(brokenLine);
  const resolving = call<typeof ResolveConversation>("POST /conversations/:conversationId/resolve", { conversationId });
  await expect(resolving).rejects.toMatchObject({ code: "offline", nextStep: "Check your connection." });
  expect(asked).toHaveLength(1);
});

test("a refusal keeps its code, its next step and its facts", async () => {
  const problem = { title: "Taken.", code: "conversation_taken", nextStep: "Ask.", details: { assignee: "Lena" } };
  answerWith(() => Response.json(problem, { status: 409 }));
  const error = await call<typeof ResolveConversation>("POST /conversations/:conversationId/resolve", {
    conversationId,
  }).catch((thrown: unknown) => thrown);
  expect(isProblem(error, "conversation_taken")).toBe(true);
  expect(error).toMatchObject({ status: 409, details: { assignee: "Lena" } });
});

test("an answer that is not ours still becomes a problem", async () => {
  answerWith(() => new Response("<html>Bad gateway</html>", { status: 502 }));
  const reading = call<typeof ReadConversation>("GET /conversations/:conversationId", { conversationId });
  await expect(reading).rejects.toMatchObject({ code: "http_502", isPassing: true });
});
