"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type FormDialogProps = {
  title: string;
  description?: ReactNode;
  size?: "small" | "medium" | "large";
  /** What the button says, if not that it saves. */
  confirm?: ReactNode;
  isBusy?: boolean;
  isDisabled?: boolean;
  noValidate?: boolean;
  /** What stands in the footer away from the two buttons. */
  aside?: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form to send or to leave. */
export function FormDialog({
  confirm,
  isBusy = false,
  isDisabled = false,
  noValidate = false,
  aside,
  onSubmit,
  onClose,
  children,
  ...words
}: FormDialogProps) {
  const t = useTranslations("common.actions");
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // In React's tree a dialog may lie in another form, such as the composer's, though not on the page.
    event.stopPropagation();
    onSubmit();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      closeLabel={t("close")}
      footer={
        <>
          {aside}
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={id} variant="primary" busy={isBusy} disabled={isDisabled}>
            {confirm ?? t("save")}
          </Button>
        </>
      }
      {...words}
    >
      <form id={id} noValidate={noValidate} onSubmit={submit} className="flex flex-col gap-4 pt-1">
        {children}
      </form>
    </Dialog>
  );
}
