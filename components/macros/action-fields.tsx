"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { LabelChip } from "@/components/labels/label-chip";
import { labelsQuery } from "@/components/labels/queries";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { priorities } from "@/lib/conversations/types";
import { AssignSelect } from "./assign-select";
import type { MacroDraft } from "./draft";
import { SnoozeSelect } from "./snooze-select";

type PartProps = { draft: MacroDraft; onChange: (part: Partial<MacroDraft>) => void };

export function LabelsField({ draft, onChange }: PartProps) {
  const t = useTranslations("settings.macros");
  const labels = useQuery(labelsQuery).data ?? [];
  if (labels.length === 0) return null;
  const stateOf = (id: string) => (draft.add.includes(id) ? "add" : draft.remove.includes(id) ? "remove" : "leave");
  const set = (id: string, state: string) =>
    onChange({
      add: [...draft.add.filter((each) => each !== id), ...(state === "add" ? [id] : [])],
      remove: [...draft.remove.filter((each) => each !== id), ...(state === "remove" ? [id] : [])],
    });
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{t("labels")}</legend>
      <ul className="max-h-44 divide-y overflow-y-auto rounded-md border px-2">
        {labels.map((label) => (
          <li key={label.id} className="flex min-h-10 items-center gap-2 py-1">
            <span className="min-w-0 flex-1">
              <LabelChip label={label} />
            </span>
            <Select
              aria-label={label.name}
              className="w-32"
              value={stateOf(label.id)}
              onChange={(event) => set(label.id, event.target.value)}
            >
              {(["leave", "add", "remove"] as const).map((state) => (
                <option key={state} value={state}>
                  {t(`label.${state}`)}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

export function AssignField({ draft, onChange }: PartProps) {
  const t = useTranslations("settings.macros");
  return (
    <Field label={t("assign")}>
      <AssignSelect value={draft.assign} onChange={(assign) => onChange({ assign })}>
        <option value="">{t("leave")}</option>
        <option value="me">{t("toMe")}</option>
      </AssignSelect>
    </Field>
  );
}

export function PriorityField({ draft, onChange }: PartProps) {
  const t = useTranslations("settings.macros");
  return (
    <Field label={t("priority")}>
      <Select
        value={draft.priority}
        onChange={({ target }) => onChange({ priority: priorities.find((each) => each === target.value) ?? "" })}
      >
        <option value="">{t("leave")}</option>
        {priorities.map((priority) => (
          <option key={priority} value={priority}>
            {t(`priorities.${priority}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export function SnoozeField({ draft, onChange }: PartProps) {
  const t = useTranslations("settings.macros");
  return (
    <Field label={t("snooze")}>
      <SnoozeSelect value={draft.snooze} onChange={(snooze) => onChange({ snooze })}>
        <option value="">{t("leave")}</option>
      </SnoozeSelect>
    </Field>
  );
}

export function EndField({ draft, onChange }: PartProps) {
  const t = useTranslations("settings.macros");
  return (
    <div className="flex flex-col gap-2">
      <Field label={t("end")}>
        <Select value={draft.end} onChange={({ target }) => onChange({ end: target.value as MacroDraft["end"] })}>
          <option value="">{t("leave")}</option>
          <option value="resolve">{t("resolve")}</option>
          <option value="spam">{t("spam")}</option>
        </Select>
      </Field>
      {draft.end === "resolve" && (
        <Field label={t("reason")} hint={t("reasonHint")}>
          <Input maxLength={80} value={draft.reason} onChange={(event) => onChange({ reason: event.target.value })} />
        </Field>
      )}
    </div>
  );
}
