import { expect, test } from "vitest";
import { createCompany, GLANCE_LASTS_MS, type Glance, placeOf } from "./state";

const glance = (memberId: string, tab: string, more: Partial<Glance> = {}): Glance => ({
  ...{ tenantId: "t", conversationId: "c", memberId, tab, isTyping: false },
  ...more,
});
const place = placeOf({ tenantId: "t", conversationId: "c" });

test("many tabs of a member count as one, which types if any of them does", () => {
  const company = createCompany();
  company.note(glance("lena", "1"), 0);
  expect(company.note(glance("lena", "2"), 0)).toBe(false);
  expect(company.note(glance("lena", "2", { isTyping: true }), 0)).toBe(true);
  expect(company.at(place)).toEqual([{ memberId: "lena", isTyping: true }]);
  expect(company.note(glance("lena", "1", { gone: true }), 0)).toBe(false);
  expect(company.note(glance("lena", "2", { gone: true }), 0)).toBe(true);
  expect(company.at(place)).toEqual([]);
});

test("a tab that is not heard of any more is gone after a while, and not before", () => {
  const company = createCompany();
  company.note(glance("lena", "1"), 0);
  company.note(glance("amara", "2"), 10);
  expect(company.expire(GLANCE_LASTS_MS - 1)).toEqual([]);
  expect(company.expire(GLANCE_LASTS_MS)).toEqual([place]);
  expect(company.at(place)).toEqual([{ memberId: "amara", isTyping: false }]);
});

test("saying the same again is no change, and keeps one there", () => {
  const company = createCompany();
  company.note(glance("lena", "1"), 0);
  expect(company.note(glance("lena", "1"), GLANCE_LASTS_MS - 1)).toBe(false);
  expect(company.expire(GLANCE_LASTS_MS)).toEqual([]);
});
