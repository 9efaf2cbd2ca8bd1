"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PanelSection } from "@/components/contacts/panel-section";
import { useSetAside } from "@/components/conversations/use-set-aside";
import type { ConversationSummary } from "@/lib/conversations/types";
import { LabelButton } from "./label-button";
import { LabelChip } from "./label-chip";

/** The labels of the conversation, in the panel beside it. */
export function PanelLabels({ conversation }: { conversation: ConversationSummary }) {
  const t = useTranslations("inbox.labels");
  const setAside = useSetAside(conversation);
  const [open, setOpen] = useState(false);
  const button = (
    <button type="button" className="rounded-sm text-xs font-semibold text-accent" onClick={() => setOpen(true)}>
      {t("add")}
    </button>
  );
  const { labels } = conversation;
  return (
    <PanelSection
      name="labels"
      title={t("title")}
      action={
        <LabelButton
          button={button}
          open={open}
          onOpenChange={setOpen}
          chosenIds={labels.map(({ id }) => id)}
          onToggle={(label, isOn) => void setAside.setLabel(label, isOn)}
        />
      }
    >
      {labels.length === 0 ? (
        <p className="text-ink-3">{t("none")}</p>
      ) : (
        <div className="flex flex-wrap gap-1">
          {labels.map((label) => (
            <LabelChip
              key={label.id}
              label={label}
              removeLabel={t("remove", { name: label.name })}
              onRemove={() => void setAside.setLabel(label, false)}
            />
          ))}
        </div>
      )}
    </PanelSection>
  );
}
