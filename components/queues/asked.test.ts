import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { queryOfPlace, readBoardPlace } from "./asked";

const read = (query: string) => readBoardPlace(new URLSearchParams(query));

test("a place of the board survives its URL", () => {
  const [department, line, agent] = [newId(), newId(), newId()];
  for (const query of [
    "",
    `?department=${department}`,
    `?department=${department}&line=${line}`,
    `?department=${department}&line=all`,
    "?line=none",
    `?agent=${agent}`,
    `?line=${line}&list=atRisk`,
    "?list=waits",
    `?agent=${agent}&list=resolved`,
    "?tv=1",
    "?tv=light",
  ])
    expect(queryOfPlace(read(query)), query).toBe(query);
});

test("a department's board lists its own line until another is chosen", () => {
  const departmentId = newId();
  expect(read(`department=${departmentId}`).asked).toEqual({ list: "line", departmentId, memberId: null });
});

test("what nobody could have been given is left out", () => {
  expect(queryOfPlace(read("department=x&line=y&agent=z&list=agent&tv=9"))).toBe("");
  expect(queryOfPlace(read("list=resolved"))).toBe("");
});
