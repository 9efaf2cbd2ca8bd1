"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { fieldOfVariable, variableNames } from "@/lib/quick-replies/types";
import type { Compose } from "./use-compose";

const known = new Set<string>(variableNames);

/** What a quick reply left open, before a customer reads "Dear {{contact.firstName}}". */
export function UnreadyNotice({ compose }: { compose: Compose }) {
  const t = useTranslations("composer.missing");
  const names = useTranslations("composer.variable");
  if (compose.missing.length === 0) return null;
  const said = compose.missing
    .map((name) =>
      known.has(name) ? names(name.replace(".", "_") as Parameters<typeof names>[0]) : (fieldOfVariable(name) ?? name),
    )
    .join(", ");
  return (
    <div role="status" className="mx-2 mb-2 flex items-center gap-2 rounded-md bg-warn-soft px-2.5 py-1.5 text-sm">
      <TriangleAlert className="size-4 shrink-0 text-warn" aria-hidden="true" />
      <p className="min-w-0 flex-1 text-pretty text-warn">{t("words", { names: said })}</p>
      <Button size="small" onClick={() => compose.showMissing()}>
        {t("show")}
      </Button>
      <Button size="small" variant="quiet" onClick={compose.sendAsItIs}>
        {t("asItIs")}
      </Button>
    </div>
  );
}
