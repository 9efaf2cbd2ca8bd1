import { expect, test } from "vitest";
import { windowView } from "@/components/conversations/service-window";
import type { ConversationSummary } from "@/lib/conversations/types";
import { whyClosed } from "./closed";

const now = new Date("2026-03-01T12:00:00Z");
const open = windowView("2026-03-01T13:00:00Z", now);
const shut = windowView("2026-03-01T11:00:00Z", now);
const sound = { state: "open", owner: "us", channel: { state: "active" } } as ConversationSummary;
const withChannel = (state: "stopped" | "disconnected") => ({ ...sound, channel: { ...sound.channel, state } });

test("an open window on a sound channel can be written into", () => {
  expect(whyClosed(sound, open)).toBeNull();
});

test("a closed window says so, and one that never opened says that", () => {
  expect(whyClosed(sound, shut)).toBe("windowClosed");
  expect(whyClosed(sound, windowView(null, now))).toBe("windowNever");
});

test("what the agent can do something about comes before the window", () => {
  expect(whyClosed({ ...sound, state: "resolved" }, shut)).toBe("resolved");
  expect(whyClosed({ ...sound, owner: "other" }, shut)).toBe("otherResponder");
  expect(whyClosed(withChannel("stopped"), shut)).toBe("channelStopped");
  expect(whyClosed(withChannel("disconnected"), open)).toBe("channelDisconnected");
});
