"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { type ConsentPurpose, consentPurposes, type ToldSource, toldSources } from "@/lib/consent/types";

export type Proof = {
  purpose: ConsentPurpose;
  source: ToldSource;
  evidence: string;
  link: string;
  /** As the browser's field has it, in local time; empty is now. */
  at: string;
};

export const emptyProof: Proof = { purpose: "marketing", source: "in_person", evidence: "", link: "", at: "" };

type ProofFieldsProps = {
  proof: Proof;
  onChange: (proof: Proof) => void;
  /** A withdrawal takes none. */
  needsProof: boolean;
  errors: Record<string, string>;
};

export function ProofFields({ proof, onChange, needsProof, errors }: ProofFieldsProps) {
  const t = useTranslations("inbox.consents");
  const set = (changed: Partial<Proof>) => onChange({ ...proof, ...changed });
  return (
    <>
      <Field label={t("field.purpose")} hint={t(`purposeHint.${proof.purpose}`)}>
        <Select value={proof.purpose} onChange={({ target }) => set({ purpose: target.value as ConsentPurpose })}>
          {consentPurposes.map((purpose) => (
            <option key={purpose} value={purpose}>
              {t(`purpose.${purpose}`)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <Field label={t("field.source")} error={errors.source}>
          <Select value={proof.source} onChange={({ target }) => set({ source: target.value as ToldSource })}>
            {toldSources.map((source) => (
              <option key={source} value={source}>
                {t(`told.${source}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("field.at")} hint={t("field.atHint")} error={errors.at}>
          <Input type="datetime-local" value={proof.at} onChange={({ target }) => set({ at: target.value })} />
        </Field>
      </div>
      <Field
        label={t(needsProof ? "field.evidence" : "field.evidenceOptional")}
        hint={t("field.evidenceHint")}
        error={errors.evidence}
      >
        <Textarea
          dir="auto"
          required={needsProof}
          maxLength={1_000}
          value={proof.evidence}
          onChange={({ target }) => set({ evidence: target.value })}
        />
      </Field>
      <Field label={t("field.link")} hint={t("field.linkHint")} error={errors.link}>
        <Input
          dir="ltr"
          inputMode="url"
          maxLength={2_000}
          placeholder="https://"
          value={proof.link}
          onChange={({ target }) => set({ link: target.value })}
        />
      </Field>
    </>
  );
}
