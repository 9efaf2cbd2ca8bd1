"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { call, fieldErrors } from "@/components/api";
import { ConfirmDialog } from "@/components/settings/confirm-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import { useMay } from "@/components/shell/me";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { showToast } from "@/components/ui/toasts/store";
import type { ResetConsentWords, SaveConsentWords } from "@/lib/consent/schemas";
import { LanguageChoice } from "./language-choice";
import { LanguageFields } from "./language-fields";
import { consentWordsQuery, type LanguageWords, type WordList } from "./queries";

export function WordsForm({ saved }: { saved: WordList }) {
  const t = useTranslations("settings.consent");
  const actions = useTranslations("common.actions");
  const client = useQueryClient();
  const mayEdit = useMay("workspace.manage");
  const [draft, setDraft] = useState<LanguageWords[] | null>(null);
  const languages = draft ?? saved.languages;
  const [shown, setShown] = useState(saved.languages[0]?.language ?? "");
  const [isResetting, setResetting] = useState(false);
  const onSaved = (list: WordList) => {
    client.setQueryData(consentWordsQuery.queryKey, list);
    setDraft(null);
    setResetting(false);
    showToast({ tone: "plain", text: t("saved") });
  };
  const save = useMutation({
    mutationFn: () => call<typeof SaveConsentWords>("PUT /consent-words", { languages }),
    onSuccess: onSaved,
    onError: (error) => {
      const at = Number(/^languages\.(\d+)/.exec(Object.keys(fieldErrors(error))[0] ?? "")?.[1] ?? -1);
      setShown(languages[at]?.language ?? shown);
    },
  });
  const reset = useMutation({
    mutationFn: () => call<typeof ResetConsentWords>("DELETE /consent-words", {}),
    onSuccess: onSaved,
  });
  const at = Math.max(
    0,
    languages.findIndex(({ language }) => language === shown),
  );
  const present = languages[at];
  const errors = errorsOf(useFieldErrors(save.error), at);
  const isChanged = JSON.stringify(languages) !== JSON.stringify(saved.languages);
  const put = (changed: LanguageWords) => setDraft(languages.map((each) => (each === present ? changed : each)));
  const add = (language: string) => {
    setDraft([...languages, { language, stopWords: [], startWords: [], stopText: "", startText: "" }]);
    setShown(language);
  };
  const remove = () => {
    const rest = languages.filter((each) => each !== present);
    setDraft(rest);
    setShown(rest[0]?.language ?? "");
  };
  const discard = () => {
    setDraft(null);
    save.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <LanguageChoice
        languages={languages.map(({ language }) => language)}
        shown={present?.language ?? ""}
        onShow={setShown}
        onAdd={mayEdit ? add : undefined}
      />
      {present && (
        <Card>
          <LanguageFields
            key={present.language}
            words={present}
            errors={errors}
            isLocked={!mayEdit}
            onChange={put}
            onRemove={languages.length > 1 ? remove : undefined}
          />
        </Card>
      )}
      {(!present || Object.keys(errors).length === 0) && <FormProblem error={save.error} />}
      {mayEdit && (
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" variant="primary" disabled={!isChanged} busy={save.isPending}>
            {actions("save")}
          </Button>
          {isChanged && <Button onClick={discard}>{t("discard")}</Button>}
          {saved.isOwn && (
            <Button variant="quiet" className="ms-auto" onClick={() => setResetting(true)}>
              {t("reset")}
            </Button>
          )}
        </div>
      )}
      {isResetting && (
        <ConfirmDialog
          title={t("reset")}
          words={t("resetWords")}
          confirm={t("reset")}
          isBusy={reset.isPending}
          error={reset.error}
          onConfirm={() => reset.mutate()}
          onClose={() => setResetting(false)}
        />
      )}
    </form>
  );
}

/** Those of the language that is shown, by the names of its fields. */
function errorsOf(errors: Record<string, string>, at: number): Record<string, string> {
  const own = `languages.${at}.`;
  return Object.fromEntries(
    Object.entries(errors).flatMap(([path, message]) =>
      path.startsWith(own) ? [[path.slice(own.length).split(".")[0] ?? "", message]] : [],
    ),
  );
}
