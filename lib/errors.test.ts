import { expect, test } from "vitest";
import { isPassing } from "./errors";

const failure = (code: string, message = "") => Object.assign(new Error(message), { code });

test.each([
  failure("57P01", "terminating connection due to administrator command"),
  failure("40P01", "deadlock detected"),
  failure("25006", "cannot execute INSERT in a read-only transaction"),
  failure("ENOTFOUND", "getaddrinfo ENOTFOUND db"),
  Object.assign(new AggregateError([]), { code: "ECONNREFUSED" }),
  new Error("Connection terminated unexpectedly"),
  new Error("Failed query", { cause: failure("53300", "too many clients") }),
])("a failure of the moment passes: %s", (error) => {
  expect(isPassing(error)).toBe(true);
});

test.each([
  failure("22021", "invalid byte sequence"),
  failure("22P02", "invalid input syntax"),
  failure("23503", "violates foreign key constraint"),
  failure("54000", "index row size exceeds maximum"),
  new TypeError("undefined is not a function"),
  "text",
])("a fault of what was to be stored stays: %s", (error) => {
  expect(isPassing(error)).toBe(false);
});
