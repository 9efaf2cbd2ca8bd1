"use client";

import { ClipboardList } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FormReply, JsonValue } from "@/lib/whatsapp/types";

/** The answers of a form, each under its own name; what is nested stays as it came. */
export function FormReplyFace({ reply }: { reply: FormReply["nfm_reply"] }) {
  const t = useTranslations("inbox.faces");
  return (
    <div>
      <p className="flex items-center gap-1 text-xs text-ink-3">
        <ClipboardList className="size-3" />
        {reply.name === "address_message" ? t("address") : t("form")}
      </p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-md">
        {answersOf(reply).map(([name, value]) => (
          <div key={name} className="contents">
            <dt dir="auto" className="max-w-40 text-ink-3 [overflow-wrap:anywhere]">
              {name.replaceAll("_", " ")}
            </dt>
            <dd dir="auto" className="[overflow-wrap:anywhere]">
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

// A token of the form, not an answer of the customer.
const hidden = new Set(["flow_token"]);

function answersOf(reply: FormReply["nfm_reply"]): [string, string][] {
  const { response } = reply;
  if (response === null || typeof response !== "object" || Array.isArray(response)) {
    return [[reply.body ?? "", reply.response_json]];
  }
  const values = response.values;
  const answers = values !== null && typeof values === "object" && !Array.isArray(values) ? values : response;
  return Object.entries(answers)
    .filter(([name]) => !hidden.has(name))
    .map(([name, value]) => [name, wordsOf(value)]);
}

function wordsOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
