import { expect, it } from "vitest";
import * as z from "zod";
import { codeOfMessage } from "@/lib/errors";
import { fieldErrorsOf } from "./field-errors";

it("what a field has wrong has a code, and the number in it", () => {
  const input = z.object({
    name: z.string().min(1, "should not be empty"),
    shortcut: z.string().max(3),
    ids: z.array(z.string()).min(2),
    minutes: z.number().max(480),
    id: z.uuid(),
    email: z.string(),
    link: z.string().regex(/^https:/, "should begin with https://"),
  });
  const result = input.safeParse({ name: "", shortcut: "long", ids: [], minutes: 481, id: "x", link: "ftp://x" });
  const found = result.success ? [] : fieldErrorsOf(result.error);
  expect(found.map(({ path, code, limit }) => [path, code, limit])).toEqual([
    ["name", "empty", undefined],
    ["shortcut", "too_long", 3],
    ["ids", "too_few", 2],
    ["minutes", "too_big", 480],
    ["id", "invalid", undefined],
    ["email", "missing", undefined],
    ["link", undefined, undefined],
  ]);
});

it("a message of ours has a code of its own words, whatever its example is", () => {
  expect(codeOfMessage("should begin with https://")).toBe("should_begin_with_https");
  expect(codeOfMessage("should be a time zone such as Europe/Berlin")).toBe(
    codeOfMessage("should be a time zone such as Europe/Madrid"),
  );
});
