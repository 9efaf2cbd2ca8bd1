import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { wordsKey } from "@/components/shell/words-key";
import { codeOfMessage } from "@/lib/errors";
import { mediaFailures } from "@/lib/media/types";
import { refusalOfTemplate } from "@/lib/templates/state";
import type { TemplateFacts } from "@/lib/templates/types";
import { explain, knownErrorCodes } from "@/lib/whatsapp";
import { gistKinds, inEnglish } from "@/lib/whatsapp/types";
import inbox from "./en/inbox.json";
import problems from "./en/problems.json";
import settings from "./en/settings.json";

const { fields, ...refusals } = problems;
const entries = Object.entries(refusals);

it("what Meta's codes mean is said in the console as in the API", () => {
  const ofMeta = entries.filter(([code]) => code.startsWith("meta_"));
  expect(ofMeta.length).toBeGreaterThan(20);
  for (const [code, { title, nextStep }] of ofMeta)
    expect({ title, nextStep }).toEqual(
      (({ cause, nextStep }) => ({ title: cause, nextStep }))(explain(Number(code.slice("meta_".length)))),
    );
});

/** Codes of setting up a number or writing a template, which no screen shows yet. */
const ofSetUp: [number, number][] = [
  [803, 803],
  [131_059, 131_059],
  [133_000, 133_009],
  [133_015, 133_016],
  [136_024, 136_024],
  [147_001, 147_005],
  [200_005, 200_007],
  [1_752_041, 1_752_041],
  [2_388_000, 2_388_999],
  [2_494_164, 2_494_179],
  [2_593_000, 2_593_999],
];

it("each of Meta's codes that sending or fetching can meet is said in every language", () => {
  const unsaid = knownErrorCodes()
    .filter((code) => !ofSetUp.some(([from, to]) => code >= from && code <= to))
    .filter((code) => {
      const { cause: title, nextStep } = explain(code);
      const said = (refusals as Record<string, { title: string; nextStep: string }>)[wordsKey(`meta_${code}`)];
      return said?.title !== title || said.nextStep !== nextStep;
    });
  expect(unsaid).toEqual([]);
});

it("why a file is not here is said in the console as in the API", () => {
  for (const [code, words] of Object.entries(mediaFailures)) expect(problems).toHaveProperty([code], words);
});

it("what a message without words is, is said in the console as in the API", () => {
  for (const kind of gistKinds) {
    const ofMany = inbox.gist[kind].replace(/^\{count, plural, .*other \{([^}]*)\}\}$/, "$1");
    const said = ofMany.replace("{name}", "Mei").replace("#", "3");
    expect(said).toBe(inEnglish({ kind, name: "Mei", count: 3 }));
  }
  for (const count of [0, 1]) expect(inbox.gist.order).toContain(`{${inEnglish({ kind: "order", count })}}`);
});

it.each(["PENDING", "REJECTED", "PAUSED", "DISABLED", "IN_APPEAL", "LIMIT_EXCEEDED", "ARCHIVED", "REMOVED", null])(
  "why a template cannot be sent is said in the console for %s",
  (status) => {
    const refusal = refusalOfTemplate(status === null ? null : ({ status } as TemplateFacts));
    expect(problems).toHaveProperty([refusal?.code ?? "", "title"], refusal?.reason);
  },
);

it("what a form's schema has against a value is said in the console", () => {
  const domains = [
    ...["auth", "consent", "contacts", "departments", "greetings", "hours", "labels", "macros", "members"],
    ...["preferences", "quick-replies", "routing", "rules", "satisfaction", "service-levels", "silence", "transfers"],
    "views",
  ].join();
  const words = globSync(`lib/{${domains}}/**/*schemas.ts`).flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/"(should [^"]*)"/g)].map(([, message = ""]) => message),
  );
  expect(words.length).toBeGreaterThan(15);
  expect(words.filter((message) => !(codeOfMessage(message) in fields))).toEqual([]);
});

it("what a check of a channel found is said in the console as in the API", () => {
  const checks = readFileSync("lib/channels/checks.ts", "utf8");
  for (const [code, { message }] of Object.entries(settings.newChannel.checks.found)) {
    expect(checks).toContain(`"${code}"`);
    const [before = ""] = message.split(/:? \{value\}/);
    if (code !== "token_lacks") expect(checks).toContain(before);
  }
});
