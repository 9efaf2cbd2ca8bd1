import fc from "fast-check";
import { expect, test } from "vitest";
import { ownerQuery } from "@/test/database";
import { type DeliveryFacts, isDeliveredAfterFailure, shownStatus, shownStatusSql } from "./shown-status";

const facts = ["acceptedAt", "sentAt", "deliveredAt", "readAt", "playedAt", "failedAt"] as const;
const nothing = { acceptedAt: null, sentAt: null, deliveredAt: null, readAt: null, playedAt: null, failedAt: null };
const all: DeliveryFacts[] = Array.from({ length: 2 ** facts.length }, (_, bits) => ({
  before: "sending",
  ...nothing,
  ...Object.fromEntries(facts.map((fact, at) => [fact, bits & (1 << at) ? new Date() : null])),
}));

test.each([
  [["acceptedAt"], "accepted"],
  [["acceptedAt", "sentAt"], "sent"],
  [["sentAt", "failedAt"], "failed"],
  [["failedAt", "deliveredAt"], "delivered"],
  [["deliveredAt", "readAt", "failedAt"], "read"],
  [["readAt", "playedAt"], "played"],
  [["readAt"], "read"],
  [[], "sending"],
])("of %j the message shows %s", (known, shown) => {
  const given = Object.fromEntries(known.map((fact) => [fact, new Date()]));
  expect(shownStatus({ before: "sending", ...nothing, ...given })).toBe(shown);
});

test("a message that failed and came through all the same says both", () => {
  expect(isDeliveredAfterFailure({ ...nothing, failedAt: new Date(), readAt: new Date() })).toBe(true);
  expect(isDeliveredAfterFailure({ ...nothing, failedAt: new Date(), sentAt: new Date() })).toBe(false);
  expect(isDeliveredAfterFailure({ ...nothing, deliveredAt: new Date() })).toBe(false);
});

test("no further fact ever lowers what is shown", () => {
  const order = ["sending", "accepted", "sent", "failed", "delivered", "read", "played"];
  const rank = (of: DeliveryFacts) => order.indexOf(shownStatus(of));
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.constantFrom(...facts), (known, next) => {
      expect(rank({ ...known, [next]: new Date() })).toBeGreaterThanOrEqual(rank(known));
    }),
  );
});

test("the rule in SQL answers as the function does, for every set of facts", async () => {
  const sql = shownStatusSql({
    before: "before",
    acceptedAt: "accepted",
    sentAt: "sent",
    deliveredAt: "delivered",
    readAt: "read",
    playedAt: "played",
    failedAt: "failed",
  });
  const rows = await ownerQuery<{ shown: string }>(
    `select ${sql} as shown
     from unnest($1::timestamptz[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[],
       $6::timestamptz[], $7::text[]) with ordinality as f (accepted, sent, delivered, read, played, failed, before, n)
     order by n`,
    [...facts.map((fact) => all.map((known) => known[fact])), all.map(({ before }) => before)],
  );
  expect(rows.map(({ shown }) => shown)).toEqual(all.map(shownStatus));
});
