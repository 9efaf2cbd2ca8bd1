import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { callbackOf, readCallback } from "./callback";

test("what went out with a message names it when it comes back", () => {
  const id = newId();
  expect(readCallback(callbackOf(id))).toBe(id);
});

test("a value that was not made here names nothing", () => {
  const [id, other] = [newId(), newId()];
  const [, , mac] = callbackOf(id).split(".");
  expect(readCallback(`1.${other}.${mac}`)).toBeNull();
  expect(readCallback(`2.${id}.${mac}`)).toBeNull();
  expect(readCallback(`1.${id}.${mac}.x`)).toBeNull();
  expect(readCallback(`1.${id}.`)).toBeNull();
  expect(readCallback(id)).toBeNull();
  expect(readCallback("tenant=1;msg=42")).toBeNull();
  expect(readCallback(null)).toBeNull();
});
