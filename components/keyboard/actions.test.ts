import { globSync, readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import common from "@/messages/en/common.json";
import { actions, canBeRemapped } from "./actions";
import { handlerOf, registerActions } from "./registry";
import { whyNotOf, whyNots } from "./why-not";

const parts = globSync("components/**/*.{ts,tsx}")
  .filter((path) => !path.includes(".test."))
  .map((path) => readFileSync(path, "utf8"))
  .filter((text) => text.includes("useActions({"))
  .join("\n");

test("each action of the table is done by a part of the console, from the palette too", () => {
  const undone = actions.filter(canBeRemapped).filter(({ id }) => !new RegExp(`\\b${id}[:,]`).test(parts));
  expect(undone.map(({ id }) => id)).toEqual([]);
});

/** What an agent comes to do, screen by screen: whatever a screen learns to do belongs here, and in the table. */
const expected = [
  ...["attach", "emoji", "voice", "location", "contactCard", "choices", "sendLater", "template", "quickReply"],
  ...["react", "forward", "messageInfo", "reply", "note", "filter", "filterBuilder", "saveView", "newConversation"],
  ...["resolve", "reopen", "assign", "assignToMe", "transfer", "snooze", "snoozeUntilReply", "wake", "label", "remind"],
  ...["priorityUrgent", "spam", "noSpam", "macros", "unread", "takeOver", "panel", "undo", "takeNext"],
  ...["editContact", "recordConsent", "consentHistory", "contactNote", "contactPage"],
  ...["blockContact", "unblockContact", "mergeContact", "eraseContact"],
];

test("whatever the screens can do has its place in the palette", () => {
  const ids = actions.map(({ id }) => id as string);
  expect(expected.filter((id) => !ids.includes(id))).toEqual([]);
});

test("every reason why not has words", () => {
  expect(Object.keys(common.whyNot).sort()).toEqual([...whyNots].sort());
});

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

test("what cannot be done says why: first what the part says that would do it, else what is missing on the page", () => {
  expect(whyNotOf("next")).toBe("notInList");
  expect(whyNotOf("resolve")).toBe("noConversation");
  expect(whyNotOf("attach")).toBe("noConversation");
  expect(whyNotOf("goToInbox")).toBe("notHere");
  ends.push(registerActions(() => ({ panel: () => undefined, resolve: "isResolved" }), false));
  expect(whyNotOf("resolve")).toBe("isResolved");
  expect(handlerOf("resolve")).toBeUndefined();
  expect(whyNotOf("attach")).toBe("cannotWrite");
  expect(whyNotOf("forward")).toBe("notNow");
});
