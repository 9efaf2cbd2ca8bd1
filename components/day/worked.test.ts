import { expect, test } from "vitest";
import type { DayBreak } from "@/lib/queues/types";
import { workedIn } from "./worked";

const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, "0")}:00:00.000Z`;
const state = (name: DayBreak["state"], from: number, until: number | null): DayBreak => ({
  state: name,
  reason: null,
  since: at(from),
  until: until === null ? null : at(until),
});

test("online and busy are work, a break is none, and what lasts is counted until now", () => {
  const states = [state("offline", 0, 8), state("online", 8, 10), state("break", 10, 11), state("busy", 11, null)];
  expect(workedIn(states, new Date(at(14)))).toEqual({ workedMs: 5 * 3_600_000, breakMs: 3_600_000 });
});
