"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "./form-problem";

type ConfirmDialogProps = {
  title: string;
  words: ReactNode;
  confirm: string;
  isBusy: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
};

/** For what cannot be undone. */
export function ConfirmDialog({ title, words, confirm, isBusy, error, onConfirm, onClose }: ConfirmDialogProps) {
  const t = useTranslations("common.actions");
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={words}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="danger" busy={isBusy} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      <FormProblem error={error} />
    </Dialog>
  );
}
