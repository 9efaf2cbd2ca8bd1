"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { type ToldSource, toldSources } from "@/lib/consent/types";

export type GivenProof = { source: ToldSource; evidence: string };

export const noProof: GivenProof = { source: "web_form", evidence: "" };

type ProofOfConsentProps = {
  purpose: "service" | "marketing";
  proof: GivenProof;
  onChange: (proof: GivenProof) => void;
};

/** Who writes first says how the other agreed to it. */
export function ProofOfConsent({ purpose, proof, onChange }: ProofOfConsentProps) {
  const t = useTranslations("templates.consent");
  const told = useTranslations("inbox.consents.told");
  return (
    <fieldset className="flex flex-col gap-2.5 rounded-lg border p-3">
      <legend className="px-1 text-sm font-semibold">{t("title", { purpose })}</legend>
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
