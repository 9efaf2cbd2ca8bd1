"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { call } from "@/components/api";
import { channelsQuery } from "@/components/channels/queries";
import { departmentsQuery } from "@/components/departments/queries";
import { languages as languageNames } from "@/components/profile/languages";
import { keys } from "@/components/queries/keys";
import { FormDialog } from "@/components/settings/form-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import { VariableButtons } from "@/components/settings/variable-buttons";
import { variableKey } from "@/components/settings/variable-key";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { CreateGreeting, EditGreeting } from "@/lib/greetings/schemas";
import {
  type Greeting,
  type GreetingKind,
  type GreetingTime,
  greetingKinds,
  greetingVariables,
  starters,
  waitingKinds,
} from "@/lib/greetings/types";
import { languageOf } from "@/lib/languages";
import { sendLimits } from "@/lib/whatsapp/types";
import { GreetingPreview } from "./greeting-preview";
import { PlaceFields } from "./place-fields";
import { useAudienceWords } from "./use-audience-words";

export type Draft = {
  kind: GreetingKind;
  name: string;
  text: string;
  departmentId: string | null;
  channelId: string | null;
  language: string | null;
  during: GreetingTime;
  afterMinutes: number;
};

/** @param greeting null makes a new one */
export function GreetingDialog({ greeting, onClose }: { greeting: Greeting | null; onClose: () => void }) {
  const t = useTranslations("settings.greetings");
  const words = useTranslations("greetings");
  const wordsOf = useAudienceWords();
  const client = useQueryClient();
  const box = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<Draft>(() => draftOf(greeting));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  // Who waits at night waits for nobody: what is said after a time is meant for when somebody is there.
  const changeKind = (kind: GreetingKind) => change({ kind, during: waitingKinds.includes(kind) ? "open" : "always" });
  const department = (useQuery(departmentsQuery).data ?? []).find(({ id }) => id === draft.departmentId) ?? null;
  const channel = (useQuery(channelsQuery).data ?? []).find(({ id }) => id === draft.channelId) ?? null;
  const waits = waitingKinds.includes(draft.kind);
  const save = useMutation({
    mutationFn: () => {
      const { kind, ...values } = { ...draft, afterMinutes: waits ? draft.afterMinutes : null };
      return greeting
        ? call<typeof EditGreeting>("PATCH /greetings/:greetingId", { greetingId: greeting.id, ...values })
        : call<typeof CreateGreeting>("POST /greetings", { kind, ...values });
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.greetings });
      onClose();
    },
  });
  const errors = useFieldErrors(save.error);
  return (
    <FormDialog
      size="large"
      title={greeting ? t("editOf", { name: greeting.name }) : t("add")}
      isBusy={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={words("kind")}>
          <Select
            disabled={greeting !== null}
            value={draft.kind}
            onChange={({ target }) => changeKind(target.value as GreetingKind)}
          >
            {greetingKinds.map((kind) => (
              <option key={kind} value={kind}>
                {words(`kinds.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words("name")} hint={words("nameHint")} error={errors.name}>
          <Input
            required
            dir="auto"
            maxLength={60}
            value={draft.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        </Field>
      </div>
      {waits && (
        <Field label={words("after")} hint={words(`afterHint.${draft.during}`)} error={errors.afterMinutes}>
          <Input
            type="number"
            required
            min={1}
            max={1440}
            value={draft.afterMinutes}
            onChange={({ target }) => change({ afterMinutes: target.valueAsNumber || 1 })}
            className="max-w-60"
          />
        </Field>
      )}
      <Field label={words("text")} error={errors.text}>
        <Textarea
          ref={box}
          dir="auto"
          required
          rows={4}
          maxLength={sendLimits.text}
          value={draft.text}
          onChange={({ target }) => change({ text: target.value })}
        />
      </Field>
      <Menu align="start" trigger={<Button className="w-fit">{words("starter")}</Button>}>
        {languageNames.map(({ tag, name }) => (
          <MenuItem key={tag} onSelect={() => change({ text: starters[draft.kind][languageOf(tag) ?? "en"] })}>
            {name}
          </MenuItem>
        ))}
      </Menu>
      <VariableButtons
        box={box}
        title={words("insertVariable")}
        names={greetingVariables}
        labelOf={(name) => words(`variable.${variableKey(name)}`)}
      />
      <PlaceFields draft={draft} onChange={change} />
      <p className="text-sm">
        <strong className="font-medium">{words("whoGets")}</strong> {wordsOf({ ...draft, department, channel })}
      </p>
      <GreetingPreview
        text={draft.text}
        language={draft.language ?? "en"}
        departmentName={department?.name ?? null}
        channelName={channel?.name ?? null}
      />
      {Object.keys(errors).length === 0 && <FormProblem error={save.error} />}
    </FormDialog>
  );
}

function draftOf(greeting: Greeting | null): Draft {
  const { kind, name, text, language, during, afterMinutes } = greeting ?? {
    ...{ kind: "welcome" as const, name: "", text: starters.welcome.en, language: null },
    ...{ during: "always" as const, afterMinutes: null },
  };
  const place = { departmentId: greeting?.department?.id ?? null, channelId: greeting?.channel?.id ?? null };
  return { kind, name, text, language, during, ...place, afterMinutes: afterMinutes ?? 10 };
}
