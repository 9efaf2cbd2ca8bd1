import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IdentityBook, identityKinds, openBook, rowsOfValue, survivorOf } from "./book";
import { changeInBook } from "./change";
import { otherWritings } from "./other-writings";
import { type Addresses, findInBook, sightInBook } from "./sight";

const nobody: Addresses = { phone: null, bsuid: null, parentBsuid: null };
const who = (addresses: Partial<Addresses>): Addresses => ({ ...nobody, ...addresses });

type Step =
  | { atMs: number; seen: Partial<Addresses> }
  | { atMs: number; before: Partial<Addresses>; after: Partial<Addresses> };

function run(book: IdentityBook, steps: Step[]): string[] {
  return steps.map((step) =>
    "seen" in step
      ? sightInBook(book, who(step.seen), step.atMs)
      : changeInBook(book, who(step.before), who(step.after), step.atMs),
  );
}

/** Who held what from when to when, without ids: the same picture for the same people. */
function pictureOf(book: IdentityBook) {
  const people = Map.groupBy(book.rows, ({ contactId }) => contactId);
  return [...people.values()]
    .map((rows) => rows.map(({ kind, value, fromMs, toMs }) => `${kind} ${value} ${fromMs}-${toMs ?? ""}`).sort())
    .sort((one, other) => (one.join() < other.join() ? -1 : 1));
}

function picture(steps: Step[]) {
  const book = openBook([], []);
  run(book, steps);
  return pictureOf(book);
}

/** Every step once or more, in any order. */
function inAnyOrder(steps: Step[]) {
  return fc.shuffledSubarray([...steps, ...steps], { minLength: steps.length * 2, maxLength: steps.length * 2 });
}

describe("who is who", () => {
  it("a user id is the same person with or without a phone", () => {
    const book = openBook([], []);
    const [first, second, third] = run(book, [
      { atMs: 10, seen: { bsuid: "DE.1" } },
      { atMs: 20, seen: { bsuid: "DE.1", phone: "4915" } },
      { atMs: 30, seen: { phone: "4915" } },
    ]);
    expect(second).toBe(first);
    expect(third).toBe(first);
  });

  it("a known phone that shows a user id for the first time is the same person", () => {
    expect(
      picture([
        { atMs: 10, seen: { phone: "4915" } },
        { atMs: 20, seen: { phone: "4915", bsuid: "DE.1" } },
      ]),
    ).toEqual([["bsuid DE.1 20-", "phone 4915 10-"]]);
  });

  it("a phone that comes with another user id was given to somebody else", () => {
    expect(
      picture([
        { atMs: 10, seen: { phone: "4915", bsuid: "DE.1" } },
        { atMs: 20, seen: { phone: "4915", bsuid: "DE.2" } },
      ]),
    ).toEqual([
      ["bsuid DE.1 10-", "phone 4915 10-19"],
      ["bsuid DE.2 20-", "phone 4915 20-"],
    ]);
  });

  it("a contact known by phone alone and one known by user id alone are one as soon as a message carries both", () => {
    expect(
      picture([
        { atMs: 10, seen: { phone: "4915" } },
        { atMs: 20, seen: { bsuid: "DE.1" } },
        { atMs: 30, seen: { phone: "4915", bsuid: "DE.1" } },
      ]),
    ).toEqual([["bsuid DE.1 20-", "phone 4915 10-"]]);
  });

  it("a new number ends the old one and keeps the person", () => {
    expect(
      picture([
        { atMs: 10, seen: { phone: "1", bsuid: "DE.1" } },
        { atMs: 20, before: { phone: "1", bsuid: "DE.1" }, after: { phone: "2", bsuid: "DE.2" } },
        { atMs: 30, seen: { phone: "2", bsuid: "DE.2" } },
      ]),
    ).toEqual([["bsuid DE.1 10-20", "bsuid DE.2 20-", "phone 1 10-20", "phone 2 20-"]]);
  });

  it("who gets a number that was given up is somebody new", () => {
    const book = openBook([], []);
    const [before, , after] = run(book, [
      { atMs: 10, seen: { phone: "1" } },
      { atMs: 20, before: { phone: "1" }, after: { phone: "2" } },
      { atMs: 30, seen: { phone: "1" } },
    ]);
    expect(after).not.toBe(before);
    expect(findInBook(book, who({ phone: "1" }), 15)).toBe(before);
    expect(findInBook(book, who({ phone: "1" }), 40)).toBe(after);
  });

  it("a number taken over from another contact ends there", () => {
    expect(
      picture([
        { atMs: 5, seen: { phone: "2", bsuid: "DE.9" } },
        { atMs: 10, seen: { phone: "1", bsuid: "DE.1" } },
        { atMs: 20, before: { phone: "1", bsuid: "DE.1" }, after: { phone: "2", bsuid: "DE.2" } },
      ]),
    ).toEqual([
      ["bsuid DE.1 10-20", "bsuid DE.2 20-", "phone 1 10-20", "phone 2 20-"],
      ["bsuid DE.9 5-", "phone 2 5-19"],
    ]);
  });

  it("a user id that rotates without a number keeps the person and the phone", () => {
    expect(
      picture([
        { atMs: 10, seen: { phone: "1", bsuid: "DE.1" } },
        { atMs: 20, before: { bsuid: "DE.1" }, after: { bsuid: "DE.2" } },
        { atMs: 30, seen: { bsuid: "DE.2" } },
      ]),
    ).toEqual([["bsuid DE.1 10-20", "bsuid DE.2 20-", "phone 1 10-"]]);
  });
});

const stories: Record<string, Step[]> = {
  "a number change between two messages": [
    { atMs: 10, seen: { phone: "1", bsuid: "DE.1" } },
    { atMs: 20, before: { phone: "1", bsuid: "DE.1" }, after: { phone: "2", bsuid: "DE.2" } },
    { atMs: 30, seen: { phone: "2", bsuid: "DE.2" } },
  ],
  "a number change of people without user ids": [
    { atMs: 10, seen: { phone: "1" } },
    { atMs: 20, before: { phone: "1" }, after: { phone: "2" } },
    { atMs: 30, seen: { phone: "2" } },
  ],
  "two changes one after the other": [
    { atMs: 10, seen: { phone: "1", bsuid: "DE.1" } },
    { atMs: 20, before: { phone: "1", bsuid: "DE.1" }, after: { phone: "2", bsuid: "DE.2" } },
    { atMs: 30, before: { phone: "2", bsuid: "DE.2" }, after: { phone: "3", bsuid: "DE.3" } },
    { atMs: 40, seen: { phone: "3", bsuid: "DE.3" } },
  ],
  "a recycled number": [
    { atMs: 10, seen: { phone: "1", bsuid: "DE.1" } },
    { atMs: 15, seen: { phone: "1", bsuid: "DE.1" } },
    { atMs: 20, before: { phone: "1", bsuid: "DE.1" }, after: { phone: "2", bsuid: "DE.2" } },
    { atMs: 30, seen: { phone: "1", bsuid: "DE.7" } },
    { atMs: 40, seen: { phone: "1", bsuid: "DE.7" } },
  ],
  "a user id that rotates, seen without a phone": [
    { atMs: 10, seen: { bsuid: "DE.1" } },
    { atMs: 20, before: { bsuid: "DE.1" }, after: { bsuid: "DE.2" } },
    { atMs: 30, seen: { bsuid: "DE.2" } },
  ],
  "a number that is written in two ways": [
    { atMs: 10, seen: { phone: "5511987654321" } },
    { atMs: 20, seen: { phone: "551187654321", bsuid: "BR.1" } },
    { atMs: 30, seen: { phone: "5511987654321", bsuid: "BR.1" } },
  ],
  "a phone and a user id that meet": [
    { atMs: 10, seen: { phone: "1" } },
    { atMs: 20, seen: { bsuid: "DE.1" } },
    { atMs: 30, seen: { phone: "1", bsuid: "DE.1", parentBsuid: "DE.ENT.1" } },
  ],
};

describe("a number that WhatsApp writes in two ways", () => {
  const pairs = [
    ["5511987654321", "551187654321"],
    ["5215512345678", "525512345678"],
    ["5491123456789", "541123456789"],
  ] as const;

  it.each(pairs)("%s and %s are the same person, whichever comes first", (long, short) => {
    for (const [first, second] of [
      [long, short],
      [short, long],
    ] as const) {
      const book = openBook([], []);
      const [one, other, again] = run(book, [
        { atMs: 10, seen: { phone: first } },
        { atMs: 20, seen: { phone: second, bsuid: "BR.1" } },
        { atMs: 30, seen: { phone: first } },
      ]);
      expect(other).toBe(one);
      expect(again).toBe(one);
    }
  });

  it("joins who is known by one writing alone with who is known by a user id", () => {
    const book = openBook([], []);
    const [one, other, both] = run(book, [
      { atMs: 10, seen: { phone: pairs[0][0] } },
      { atMs: 20, seen: { bsuid: "BR.1" } },
      { atMs: 30, seen: { phone: pairs[0][1], bsuid: "BR.1" } },
    ]);
    expect(new Set([one, other].map((id) => survivorOf(book, id ?? ""))).size).toBe(1);
    expect(both).toBe(survivorOf(book, one ?? ""));
  });

  it("is somebody else's under another user id", () => {
    const book = openBook([], []);
    const [one, other] = run(book, [
      { atMs: 10, seen: { phone: pairs[0][0], bsuid: "BR.1" } },
      { atMs: 20, seen: { phone: pairs[0][1], bsuid: "BR.2" } },
    ]);
    expect(other).not.toBe(one);
  });

  it("ends in all its writings when the person changes it", () => {
    const book = openBook([], []);
    run(book, [
      { atMs: 10, seen: { phone: pairs[0][0] } },
      { atMs: 15, seen: { phone: pairs[0][1] } },
      { atMs: 20, before: { phone: pairs[0][1] }, after: { phone: "1" } },
    ]);
    expect(pairs[0].map((phone) => findInBook(book, who({ phone }), 30))).toEqual([null, null]);
  });

  it("is not a landline, nor a number of another country or length", () => {
    const none = ["551132654321", "5511932654321", "4915111111111", "52155123456789", "5411234567", "16505551234"];
    expect(none.flatMap(otherWritings)).toEqual([]);
  });
});

describe("in any order, and any number of times", () => {
  it.each(Object.entries(stories))("%s ends in the same people with the same periods", (_name, steps) => {
    const expected = picture(steps);
    fc.assert(
      fc.property(inAnyOrder(steps), (shuffled) => {
        expect(picture(shuffled)).toEqual(expected);
      }),
    );
  });

  it("whatever happens, no value is held by two at a time", () => {
    const value = fc.constantFrom("1", "2", "3");
    const addresses = fc.record({
      phone: fc.option(value),
      bsuid: fc.option(value.map((each) => `DE.${each}`)),
      parentBsuid: fc.constant(null),
    });
    const isSomebody = ({ phone, bsuid }: Addresses) => phone !== null || bsuid !== null;
    const someone = addresses.filter(isSomebody);
    const atMs = fc.integer({ min: 1, max: 50 });
    const step = fc.oneof(
      fc.record({ atMs, seen: someone }),
      fc.record({ atMs, before: someone, after: someone }),
    ) as fc.Arbitrary<Step>;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const book = openBook([], []);
        run(book, steps);
        for (const kind of identityKinds) {
          for (const each of ["1", "2", "3", "DE.1", "DE.2", "DE.3"]) {
            const rows = rowsOfValue(book, kind, each);
            rows.slice(1).forEach((row, at) => {
              expect(row.fromMs).toBeGreaterThanOrEqual(rows[at]?.toMs ?? Infinity);
            });
          }
        }
        for (const { contactId } of book.rows) expect(book.profiles.has(contactId)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
