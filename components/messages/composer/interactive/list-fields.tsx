"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { sendLimits } from "@/lib/whatsapp/types";
import { Counted } from "./counted";
import { emptyRow, type MenuDraft, type MenuRow, type MenuSection, rowCount } from "./menu-draft";

type FieldsProps = { menu: MenuDraft; onChange: (changed: Partial<MenuDraft>) => void };

export function ListFields({ menu, onChange }: FieldsProps) {
  const t = useTranslations("composer.menu");
  const { sections } = menu;
  const setSections = (changed: MenuSection[]) => onChange({ sections: changed });
  const hasRoom = rowCount(menu) < sendLimits.rows;
  return (
    <>
      <Counted
        label={t("listButton")}
        most={sendLimits.listButton}
        value={menu.listButton}
        onChange={(listButton) => onChange({ listButton })}
      />
      {sections.map((section, at) => (
        <SectionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: A section has no identity but its place.
          key={at}
          number={at + 1}
          section={section}
          needsTitle={sections.length > 1}
          hasRoom={hasRoom}
          onChange={(changed) => setSections(sections.with(at, changed))}
          onRemove={sections.length > 1 ? () => setSections(sections.toSpliced(at, 1)) : undefined}
        />
      ))}
      {hasRoom && sections.length < sendLimits.sections && (
        <Button className="self-start" onClick={() => setSections([...sections, { title: "", rows: [emptyRow] }])}>
          <Plus className="size-4" aria-hidden="true" />
          {t("addSection")}
        </Button>
      )}
      <p className="text-sm text-ink-3">{t("rowsUsed", { count: rowCount(menu), most: sendLimits.rows })}</p>
    </>
  );
}

type SectionProps = {
  number: number;
  section: MenuSection;
  needsTitle: boolean;
  hasRoom: boolean;
  onChange: (section: MenuSection) => void;
  onRemove: (() => void) | undefined;
};

function SectionFields({ number, section, needsTitle, hasRoom, onChange, onRemove }: SectionProps) {
  const t = useTranslations("composer.menu");
  const { title, rows } = section;
  const setRows = (changed: MenuRow[]) => onChange({ ...section, rows: changed });
  return (
    <fieldset className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <legend className="sr-only">{t("section", { number })}</legend>
      <div className="flex items-start gap-1.5">
        <div className="min-w-0 flex-1">
          <Counted
            label={t("sectionTitle")}
            optional={!needsTitle}
            most={sendLimits.sectionTitle}
            value={title}
            onChange={(changed) => onChange({ ...section, title: changed })}
          />
        </div>
        {onRemove && (
          <IconButton label={t("removeSection", { number })} className="mt-6.5" onClick={onRemove}>
            <X className="size-4" />
          </IconButton>
        )}
      </div>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: A row has no identity but its place.
        <div key={at} className="flex items-start gap-1.5">
          <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
            <Counted
              label={t("row", { number: at + 1 })}
              most={sendLimits.rowTitle}
              value={row.title}
              onChange={(changed) => setRows(rows.with(at, { ...row, title: changed }))}
            />
            <Counted
              label={t("description")}
              optional
              most={sendLimits.rowDescription}
              value={row.description}
              onChange={(changed) => setRows(rows.with(at, { ...row, description: changed }))}
            />
          </div>
          {rows.length > 1 && (
            <IconButton
              label={t("removeRow", { number: at + 1 })}
              className="mt-6.5"
              onClick={() => setRows(rows.toSpliced(at, 1))}
            >
              <X className="size-4" />
            </IconButton>
          )}
        </div>
      ))}
      {hasRoom && (
        <Button className="self-start" onClick={() => setRows([...rows, emptyRow])}>
          <Plus className="size-4" aria-hidden="true" />
          {t("addRow")}
        </Button>
      )}
    </fieldset>
  );
}
