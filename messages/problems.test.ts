import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { codeOfMessage } from "@/lib/errors";
import { refusalOfTemplate } from "@/lib/templates/state";
import type { TemplateFacts } from "@/lib/templates/types";
import { explain } from "@/lib/whatsapp";
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
