import { expect, it } from "vitest";
import { parts, partsFrom } from "./only";

it("without --only an engine has all parts", () => {
  expect([...partsFrom([])]).toEqual([...parts]);
});

it.each([[["--only", "door,realtime"]], [["--only=door, realtime"]]])("%j asks for two", (args) => {
  expect([...partsFrom(args)]).toEqual(["door", "realtime"]);
});

it.each([[["--only", "door,doors"]], [["--only"]], [["--only="]]])("%j is refused, naming what there is", (args) => {
  expect(() => partsFrom(args)).toThrow("--only takes some of door, realtime, ingest, send, jobs");
});
