"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { departmentsQuery } from "@/components/departments/queries";
import { LabelChip } from "@/components/labels/label-chip";
import { labelsQuery } from "@/components/labels/queries";
import { membersQuery } from "@/components/members/queries";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { priorities } from "@/lib/conversations/types";
import { type MacroDraft, snoozeKinds } from "./draft";

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
  const members = useQuery(membersQuery).data ?? [];
  const departments = useQuery(departmentsQuery).data ?? [];
  return (
    <Field label={t("assign")}>
      <Select value={draft.assign} onChange={(event) => onChange({ assign: event.target.value })}>
        <option value="">{t("leave")}</option>
        <option value="me">{t("toMe")}</option>
        <option value="queue">{t("toQueue")}</option>
        <optgroup label={t("departments")}>
          {departments.map(({ id, name }) => (
            <option key={id} value={`department:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={t("members")}>
          {members
            .filter(({ status }) => status === "active")
            .map(({ id, name }) => (
              <option key={id} value={`member:${id}`}>
                {name}
              </option>
            ))}
        </optgroup>
      </Select>
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
      <Select
        value={draft.snooze}
        onChange={({ target }) => onChange({ snooze: snoozeKinds.find((each) => each === target.value) ?? "" })}
      >
        <option value="">{t("leave")}</option>
        {snoozeKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`snoozes.${kind}`)}
          </option>
        ))}
      </Select>
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
