"use client";

import { ArrowLeft, SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef } from "react";
import { useLanguageName } from "@/components/shell/use-language-name";
import { CategoryTag } from "@/components/templates/category-tag";
import { FavouriteButton } from "@/components/templates/favourite-button";
import { ShownTemplateView } from "@/components/templates/shown/shown-template";
import { StateTag } from "@/components/templates/state-tag";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import type { Template } from "@/lib/templates/types";
import type { ShownTemplate, TemplateComponent } from "@/lib/whatsapp/types";
import { Blockers, useBlockers } from "./blockers";
import { CountsAs } from "./counts-as";
import { FillFields } from "./fill-fields";
import { ownFilesOf } from "./own-files";
import { type Recipient, useFilling } from "./use-filling";

export type FilledTemplate = { template: Template; components: TemplateComponent[]; shown: ShownTemplate };

type TemplateFormProps = {
  template: Template;
  recipient: Recipient;
  sendLabel: string;
  isBusy?: boolean;
  /** What else has to be said before it can go, such as who it is for; each by its name. */
  missing?: string[];
  /** Above the fields: why it will be refused. */
  warning?: ReactNode;
  /** Below the fields: what else has to be said. */
  children?: ReactNode;
  onBack: () => void;
  onSend: (filled: FilledTemplate) => void;
  /** Absent where it can go at once only. */
  onLater?: ((filled: FilledTemplate) => void) | undefined;
};

/** Fields on one side, the customer's view on the other. Nothing goes while something is missing, and what is said. */
export function TemplateForm(props: TemplateFormProps) {
  const { template, recipient, sendLabel, isBusy = false, missing = [], warning, children, onBack, onSend } = props;
  const t = useTranslations("templates.form");
  const languageName = useLanguageName();
  const form = useRef<HTMLFormElement>(null);
  const filling = useFilling(template, recipient);
  const blockers = useBlockers(filling, missing);
  const { unfillable } = filling.parts;
  const give = (to: (filled: FilledTemplate) => void) => {
    if (isBusy || unfillable.length > 0) return;
    if (blockers.first !== null) return focusOn(form.current, blockers.first);
    to({ template, components: filling.components(), shown: filling.shown });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give(onSend);
  };
  const isBlocked = blockers.first !== null || unfillable.length > 0;
  return (
    <form ref={form} onSubmit={submit} className="@container flex min-h-0 flex-1 flex-col" noValidate>
      <header className="flex items-center gap-2 pb-2">
        <IconButton label={t("back")} onClick={onBack} className="-ms-1.5">
          <ArrowLeft className="size-4 rtl:rotate-180" />
        </IconButton>
        <h3 className="min-w-0 truncate text-lg font-semibold" dir="auto">
          {template.name}
        </h3>
        <Tag>{languageName(template.language)}</Tag>
        <CategoryTag category={template.category} />
        <StateTag template={template} />
        <span className="ms-auto" />
        <FavouriteButton template={template} />
      </header>
      <div className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto overscroll-contain pe-1 pb-3 @min-[430px]:grid-cols-2 @min-[640px]:grid-cols-[minmax(0,1fr)_minmax(0,320px)]">
        <div className="flex min-w-0 flex-col gap-3 px-0.5">
          {warning}
          {unfillable.length > 0 ? (
            <Notice tone="warn">{t("unfillable", { kinds: unfillable.join(", ").toLowerCase() })}</Notice>
          ) : (
            <FillFields filling={filling} />
          )}
          {children}
        </div>
        <section
          aria-label={t("preview")}
          className="min-w-0 rounded-xl bg-sunken p-3 @min-[430px]:sticky @min-[430px]:top-0 @min-[430px]:self-start"
        >
          <div className="rounded-xl rounded-ee-sm bg-bubble-out px-2.75 pt-1.75 pb-1.5 text-lg">
            <ShownTemplateView shown={filling.shown} media={ownFilesOf(filling.shown)} />
          </div>
        </section>
      </div>
      <footer className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t pt-2.5">
        <div className="min-w-40 flex-1 text-sm">
          <CountsAs template={template} />
          {unfillable.length === 0 && <Blockers blockers={blockers} />}
        </div>
        {props.onLater && (
          <Button aria-disabled={isBlocked} onClick={() => props.onLater && give(props.onLater)}>
            {t("later")}
          </Button>
        )}
        <Button type="submit" variant="primary" busy={isBusy} aria-disabled={isBlocked}>
          <SendHorizontal className="size-3.5 rtl:rotate-180" aria-hidden="true" />
          {sendLabel}
        </Button>
      </footer>
    </form>
  );
}

function focusOn(form: HTMLFormElement | null, slot: string): void {
  const field = form?.querySelector<HTMLElement>(`[data-slot="${CSS.escape(slot)}"]`);
  field?.focus();
}
