"use client";

import { ShieldAlert } from "lucide-react";
import { useNow, useTimeZone, useTranslations } from "next-intl";
import { useSourceWords } from "@/components/consent/use-source-words";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { readWallField, wallFieldText } from "@/components/conversations/wall-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { type ToldSource, toldSources } from "@/lib/consent/types";
import type { MissingConsent, Withdrawal } from "./use-known";

export type GivenProof = {
  source: ToldSource;
  evidence: string;
  /** When they agreed; null is now, which an opt-out forbids. */
  at: Date | null;
};

export const noProof: GivenProof = { source: "web_form", evidence: "", at: null };

/** Who opted out agrees anew, or not at all. */
export function isNewer({ at }: GivenProof, withdrawal: Withdrawal | null): boolean {
  return withdrawal === null || (at !== null && at.getTime() > Date.parse(withdrawal.at));
}

type ProofOfConsentProps = {
  missing: MissingConsent;
  proof: GivenProof;
  onChange: (proof: GivenProof) => void;
};

/** Who writes first says how the other agreed to it. */
export function ProofOfConsent({ missing: { purpose, withdrawal }, proof, onChange }: ProofOfConsentProps) {
  const t = useTranslations("templates.consent");
  const told = useTranslations("inbox.consents.told");
  const timeZone = useTimeZone() ?? "UTC";
  const now = useNow();
  const isTooOld = proof.at !== null && !isNewer(proof, withdrawal);
  return (
    <fieldset className="flex flex-col gap-2.5 rounded-lg border p-3">
      <legend className="px-1 text-sm font-semibold">{t("title", { purpose })}</legend>
      {withdrawal && <OptedOut purpose={purpose} withdrawal={withdrawal} />}
      <p className="text-sm text-pretty text-ink-2">{t("why")}</p>
      <Field label={t("source")}>
        <Select
          value={proof.source}
          onChange={({ target }) => onChange({ ...proof, source: target.value as ToldSource })}
        >
          {toldSources.map((source) => (
            <option key={source} value={source}>
              {told(source)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={t(withdrawal ? "atAgain" : "at")}
        hint={withdrawal ? t("atAgainHint") : t("atHint")}
        error={isTooOld ? t("atTooOld") : undefined}
      >
        <Input
          type="datetime-local"
          required={withdrawal !== null}
          max={wallFieldText(now, timeZone)}
          value={proof.at ? wallFieldText(proof.at, timeZone) : ""}
          onChange={({ target }) => onChange({ ...proof, at: readWallField(target.value, timeZone) })}
        />
      </Field>
      <Field label={t("evidence")} hint={t("evidenceHint")}>
        <Textarea
          dir="auto"
          rows={2}
          maxLength={1_000}
          value={proof.evidence}
          onChange={({ target }) => onChange({ ...proof, evidence: target.value })}
        />
      </Field>
    </fieldset>
  );
}

function OptedOut({ purpose, withdrawal }: { purpose: MissingConsent["purpose"]; withdrawal: Withdrawal }) {
  const t = useTranslations("templates.consent");
  const sourceWords = useSourceWords();
  const { exact } = useTimeWords();
  const { at, source, words } = withdrawal;
  return (
    <Notice tone="warn" icon={<ShieldAlert />}>
      {t("optedOut", { purpose, time: exact(at), source: sourceWords(source) })}
      {words && (
        <blockquote dir="auto" className="mt-1 border-s-2 ps-2 whitespace-pre-wrap [overflow-wrap:anywhere]">
          {words}
        </blockquote>
      )}
    </Notice>
  );
}
