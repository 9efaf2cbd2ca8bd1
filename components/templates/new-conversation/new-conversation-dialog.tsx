"use client";

import { useQuery } from "@tanstack/react-query";
import { Ban, CircleSlash, Info } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { channelsQuery } from "@/components/channels/queries";
import { contactQuery } from "@/components/contacts/queries";
import { FormProblem } from "@/components/settings/form-problem";
import type { Recipient } from "@/components/templates/fill/use-filling";
import { ListSkeleton } from "@/components/templates/picker/list-skeleton";
import { TemplatePicker } from "@/components/templates/picker/template-picker";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { isNewer, noProof, ProofOfConsent } from "./proof-of-consent";
import { RecipientField } from "./recipient-field";
import { closeNewConversation } from "./store";
import { useKnown } from "./use-known";
import { useStart } from "./use-start";

/** Writing first: to whom, from which number, by which template, and how they agreed to it. */
export default function NewConversationDialog({ contactId }: { contactId: string | null }) {
  const t = useTranslations("templates.new");
  const actions = useTranslations("common.actions");
  const loading = useTranslations("templates.list");
  const channels = useQuery(channelsQuery);
  const sending = channels.data?.filter(({ state }) => state === "active") ?? [];
  return (
    <Dialog
      open
      onClose={closeNewConversation}
      size="large"
      title={t("title")}
      description={t("words")}
      closeLabel={actions("close")}
    >
      {channels.isPending ? (
        <ListSkeleton label={loading("loading")} />
      ) : sending.length === 0 ? (
        <EmptyState icon={<CircleSlash />} title={t("noChannel")}>
          {t("noChannelWords")}
        </EmptyState>
      ) : (
        <StartForm channels={sending} contactId={contactId} />
      )}
    </Dialog>
  );
}

type StartFormProps = {
  channels: { id: string; name: string; displayPhoneNumber: string }[];
  contactId: string | null;
};

function StartForm({ channels, contactId }: StartFormProps) {
  const t = useTranslations("templates.new");
  const consent = useTranslations("templates.consent");
  const given = useQuery({ ...contactQuery(contactId ?? ""), enabled: contactId !== null }).data;
  const [chosen, setChosen] = useState<Recipient | null | undefined>(undefined);
  const [channelId, setChannelId] = useState(channels[0]?.id ?? "");
  const [proof, setProof] = useState(noProof);
  const start = useStart();
  const recipient =
    chosen === undefined && given ? { contactId: given.id, name: given.name, phone: given.phone } : (chosen ?? null);
  const known = useKnown(recipient, channelId);
  const near = channels.find(({ id }) => id === channelId)?.displayPhoneNumber ?? null;
  const blockedName = known.blocked?.name;
  const missingIn = (category: string) => {
    const lacking = recipient && known.missingConsent(category);
    return [
      ...(recipient ? [] : [t("recipient")]),
      ...(blockedName === undefined ? [] : [t("unblocked")]),
      ...(lacking && proof.evidence.trim() === "" ? [consent("evidenceMissing")] : []),
      ...(lacking && !isNewer(proof, lacking.withdrawal) ? [consent("dateMissing")] : []),
    ];
  };
  return (
    <div className="flex flex-col gap-3 pt-1">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,240px)]">
        <RecipientField value={recipient} near={near} onChange={setChosen} />
        <Field label={t("from")}>
          <Select value={channelId} onChange={({ target }) => setChannelId(target.value)}>
            {channels.map(({ id, name, displayPhoneNumber }) => (
              <option key={id} value={id}>
                {`${name} · ${displayPhoneNumber}`}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {recipient?.contactId === null && (
        <Field label={t("name")} hint={t("nameHint")}>
          <Input
            dir="auto"
            autoComplete="off"
            maxLength={120}
            value={recipient.name ?? ""}
            onChange={({ target }) => setChosen({ ...recipient, name: target.value })}
          />
        </Field>
      )}
      {blockedName !== undefined && (
        <Notice tone="warn" icon={<Ban />}>
          {t("blocked", { name: blockedName })}
        </Notice>
      )}
      {known.openConversation && (
        <Notice icon={<Info />}>{t("openConversation", { name: known.openConversation.contact.name })}</Notice>
      )}
      <div className="flex h-[min(54dvh,460px)] flex-col">
        <TemplatePicker
          key={channelId}
          channelId={channelId}
          recipient={recipient ?? nobody}
          language={known.language}
          sendLabel={t("send")}
          isBusy={start.isPending}
          missing={({ category }) => missingIn(category)}
          besides={({ category }) => {
            const lacking = recipient && known.missingConsent(category);
            return (
              <>
                {lacking && <ProofOfConsent missing={lacking} proof={proof} onChange={setProof} />}
                <FormProblem error={start.error} />
              </>
            );
          }}
          onSend={(filled) => {
            if (!recipient) return;
            const lacking = known.missingConsent(filled.template.category);
            start.mutate({ ...filled, channelId, recipient, proof: lacking ? proof : null });
          }}
        />
      </div>
    </div>
  );
}

const nobody: Recipient = { contactId: null, name: null, phone: null };
