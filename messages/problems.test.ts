import { expect, it } from "vitest";
import { refusalOfTemplate } from "@/lib/templates/state";
import type { TemplateFacts } from "@/lib/templates/types";
import { explain } from "@/lib/whatsapp";
import problems from "./en/problems.json";

const entries = Object.entries(problems);

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
