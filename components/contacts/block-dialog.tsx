"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/settings/confirm-dialog";
import type { Contact } from "@/lib/contacts/types";
import { useBlock } from "./use-block";

export default function BlockDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const t = useTranslations("contacts.block");
  const { block } = useBlock(contact.id);
  return (
    <ConfirmDialog
      title={t("title", { name: contact.name })}
      words={t("words")}
      confirm={t("confirm")}
      isBusy={block.isPending}
      error={block.error}
      onConfirm={() => block.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
