import { expect, test } from "vitest";
import { depthAt, type QueueMove } from "./depth";

const noon = new Date("2026-03-02T12:00:00Z");
const at = (minutesBefore: number) => new Date(noon.getTime() - minutesBefore * 60_000);
const all = () => true;

function move(type: string, minutesBefore: number, more: Partial<QueueMove> = {}): QueueMove {
  return {
    conversationId: "a",
    type: `conversation.${type}`,
    at: at(minutesBefore),
    departmentId: "sales",
    previousDepartmentId: null,
    wasNobodys: true,
    ...more,
  };
}

/** How many waited an hour, half an hour and no time ago. */
function counted(moves: QueueMove[], waiting: string[] = [], counts: (id: string | null) => boolean = all) {
  const present = waiting.map((conversationId) => ({ conversationId, departmentId: "sales" }));
  return depthAt([at(60), at(30), noon], noon, present, moves, counts).map((point) => point.waiting);
}

test("whoever waits and has not moved has waited all the time", () => {
  expect(counted([], ["a", "b"])).toEqual([2, 2, 2]);
});

test("whoever came waits from then on, whoever was taken until then", () => {
  expect(counted([move("queued", 45)], ["a"])).toEqual([0, 1, 1]);
  expect(counted([move("dequeued", 45)])).toEqual([1, 0, 0]);
  expect(counted([move("queued", 45), move("dequeued", 15)])).toEqual([0, 1, 0]);
});

test("who came, was taken and came back is counted only while they waited", () => {
  expect(counted([move("queued", 70), move("dequeued", 45), move("queued", 10)], ["a"])).toEqual([1, 0, 1]);
});

test("who was resolved or put aside out of the queue waits no more, who was open never did", () => {
  expect(counted([move("queued", 70), move("resolved", 45)])).toEqual([1, 0, 0]);
  expect(counted([move("snoozed", 45)])).toEqual([1, 0, 0]);
  expect(counted([move("resolved", 45, { wasNobodys: false })])).toEqual([0, 0, 0]);
  expect(counted([move("queued", 70), move("dequeued", 65), move("resolved", 10)])).toEqual([0, 0, 0]);
});

test("a move to another department leaves one queue and enters the other", () => {
  const moved = [move("transferred", 45, { departmentId: "sales", previousDepartmentId: "support" })];
  expect(counted(moved, ["a"], (id) => id === "sales")).toEqual([0, 1, 1]);
  expect(counted(moved, ["a"], (id) => id === "support")).toEqual([1, 0, 0]);
});
