import { describe, expect, it } from "vitest";
import * as z from "zod";
import { cutPage, EventPlace, encodeCursor, readCursor, TimePlace } from "./paging";

const id = "01890a5d-ac96-774b-bcce-b302099a8057";
const at = "2026-05-31T12:00:00.000Z";

describe("a cursor", () => {
  it("brings back the place that it was made of", () => {
    expect(readCursor(encodeCursor([at, id]), TimePlace)).toEqual([at, id]);
    expect(readCursor(encodeCursor([at, "17"]), EventPlace)).toEqual([at, "17"]);
  });

  it("that is not there is the beginning", () => {
    expect(readCursor(undefined, TimePlace)).toBeUndefined();
  });

  it.each([
    ["nonsense", "x"],
    ["no list", Buffer.from("{}").toString("base64url")],
    ["another list's", encodeCursor([id])],
    ["a time that is none", encodeCursor(["1", id])],
    ["an id that is none", encodeCursor([at, "1' or true"])],
  ])("that is %s is refused", (_, cursor) => {
    expect(() => readCursor(cursor, TimePlace)).toThrow(expect.objectContaining({ code: "invalid_cursor" }));
  });

  it("brings nothing that the database cannot hold", () => {
    expect(readCursor(encodeCursor(["a\u0000b"]), z.tuple([z.string()]))).toEqual(["a\uFFFDb"]);
    expect(() => readCursor(encodeCursor([at, "9999999999999999999"]), EventPlace)).toThrow();
  });
});

describe("a page", () => {
  it("ends without a cursor where the list ends", () => {
    expect(cutPage(["a", "b"], 2, (last) => [last])).toEqual({ shown: ["a", "b"], nextCursor: null });
  });

  it("goes on behind its last row, and keeps the one too many to itself", () => {
    const page = cutPage(["a", "b", "c"], 2, (last) => [last]);
    expect(page).toEqual({ shown: ["a", "b"], nextCursor: encodeCursor(["b"]) });
  });
});
