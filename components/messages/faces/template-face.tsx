"use client";

import { useTranslations } from "next-intl";
import type { TemplateContent } from "@/lib/whatsapp/types";

/** A template by its name, with what was filled in. */
export function TemplateFace({ template }: { template: TemplateContent["template"] }) {
  const t = useTranslations("inbox.faces");
  const values = (template.components ?? [])
    .flatMap((component) => component.parameters ?? [])
    .flatMap((parameter) => (typeof parameter.text === "string" ? parameter.text : []));
  return (
    <div>
      <p className="text-xs text-ink-3">{t("template", { language: template.language.code })}</p>
      <p className="font-medium">{template.name}</p>
      {values.length > 0 && (
        <p dir="auto" className="text-md text-ink-2">
          {values.join(" · ")}
        </p>
      )}
    </div>
  );
}
