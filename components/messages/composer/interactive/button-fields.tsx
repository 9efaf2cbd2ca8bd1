"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { sendLimits } from "@/lib/whatsapp/types";
import { Counted } from "./counted";

type FieldsProps = { buttons: string[]; onChange: (buttons: string[]) => void };

export function ButtonFields({ buttons, onChange }: FieldsProps) {
  const t = useTranslations("composer.menu");
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{t("buttons")}</legend>
      {buttons.map((title, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: A button has no identity but its place.
        <div key={at} className="flex items-start gap-1.5">
          <div className="min-w-0 flex-1">
            <Counted
              label={t("button", { number: at + 1 })}
              most={sendLimits.buttonTitle}
              value={title}
              onChange={(changed) => onChange(buttons.with(at, changed))}
            />
          </div>
          {buttons.length > 1 && (
            <IconButton
              label={t("removeButton", { number: at + 1 })}
              className="mt-6.5"
              onClick={() => onChange(buttons.toSpliced(at, 1))}
            >
              <X className="size-4" />
            </IconButton>
          )}
        </div>
      ))}
      {buttons.length < sendLimits.buttons && (
        <Button className="self-start" onClick={() => onChange([...buttons, ""])}>
          <Plus className="size-4" aria-hidden="true" />
          {t("addButton")}
        </Button>
      )}
    </fieldset>
  );
}
