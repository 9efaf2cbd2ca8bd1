"use client";

import { useTranslations } from "next-intl";
import { useLanguageName } from "@/components/shell/use-language-name";
import { ShownTemplateView } from "@/components/templates/shown/shown-template";
import type { MessageMedia } from "@/lib/messages/types";
import type { TemplateContent } from "@/lib/whatsapp/types";

/** A template as the customer sees it; one of before its words were kept, by its name and what was filled in. */
export function TemplateFace({ content, media }: { content: TemplateContent; media: readonly MessageMedia[] }) {
  const t = useTranslations("inbox.faces");
  const { template, shown } = content;
  const label = t("template", { language: useLanguageName()(template.language.code) });
  if (shown) {
    return (
      <div className="w-full min-w-60">
        <p className="mb-1 text-xs text-ink-3" title={template.name}>
          {label}
        </p>
        <ShownTemplateView shown={shown} media={media} />
      </div>
    );
  }
  const values = (template.components ?? [])
    .flatMap((component) => component.parameters ?? [])
    .flatMap((parameter) => (typeof parameter.text === "string" ? parameter.text : []));
  return (
    <div>
      <p className="text-xs text-ink-3">{label}</p>
      <p className="font-medium">{template.name}</p>
      {values.length > 0 && (
        <p dir="auto" className="text-md text-ink-2">
          {values.join(" · ")}
        </p>
      )}
    </div>
  );
}
