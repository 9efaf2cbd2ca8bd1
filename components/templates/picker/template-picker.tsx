"use client";

import { type ReactNode, useState } from "react";
import { type FilledTemplate, TemplateForm } from "@/components/templates/fill/template-form";
import type { Recipient } from "@/components/templates/fill/use-filling";
import type { Template } from "@/lib/templates/types";
import { TemplateList } from "./template-list";

type TemplatePickerProps = {
  channelId: string;
  recipient: Recipient;
  language: string | null;
  sendLabel: string;
  autoFocus?: boolean;
  isBusy?: boolean;
  missing?: (template: Template) => string[];
  warning?: (template: Template) => ReactNode;
  /** What a chosen template needs besides its values. */
  besides?: (template: Template) => ReactNode;
  /** One was chosen, or given up again. */
  onChoosing?: (isChosen: boolean) => void;
  onSend: (filled: FilledTemplate) => void;
  onLater?: (filled: FilledTemplate) => void;
};

/** A template is chosen, then filled in; back leads to the list as it was left. */
export function TemplatePicker(props: TemplatePickerProps) {
  const { channelId, recipient, language, sendLabel, autoFocus, isBusy, missing, warning, besides } = props;
  const [chosen, setChosen] = useState<Template | null>(null);
  const choose = (template: Template | null) => {
    setChosen(template);
    props.onChoosing?.(template !== null);
  };
  return (
    <>
      <div className={chosen ? "hidden" : "contents"}>
        <TemplateList channelId={channelId} language={language} autoFocus={autoFocus ?? false} onChoose={choose} />
      </div>
      {chosen && (
        <TemplateForm
          key={chosen.id}
          template={chosen}
          recipient={recipient}
          sendLabel={sendLabel}
          isBusy={isBusy ?? false}
          missing={missing?.(chosen) ?? []}
          warning={warning?.(chosen)}
          onBack={() => choose(null)}
          onSend={props.onSend}
          onLater={props.onLater}
        >
          {besides?.(chosen)}
        </TemplateForm>
      )}
    </>
  );
}
