import type { templateSyncs } from "@/db/schema";
import type { TemplateSync } from "@/lib/templates/types";
import { explain } from "@/lib/whatsapp";

type Row = Pick<
  typeof templateSyncs.$inferSelect,
  "wabaId" | "state" | "seenCount" | "startedAt" | "finishedAt" | "failure"
>;

export function toSync({ wabaId, state, seenCount, startedAt, finishedAt, failure }: Row): TemplateSync {
  return {
    wabaId,
    state,
    seenCount,
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    failure: state === "failed" && failure ? wordsOf(failure) : null,
  };
}

function wordsOf({ code }: Record<string, unknown>): TemplateSync["failure"] {
  const { title, nextStep } = explain(typeof code === "number" ? code : null);
  return { title, nextStep };
}
