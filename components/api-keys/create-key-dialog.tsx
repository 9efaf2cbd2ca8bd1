"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { call } from "@/components/api";
import { FormProblem } from "@/components/settings/form-problem";
import { useMe } from "@/components/shell/me";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Button } from "@/components/ui/button";
import { Copyable } from "@/components/ui/copyable";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { CreateApiKey } from "@/lib/auth/schemas";
import { type Role, roles } from "@/lib/auth/types";
import { apiKeysQuery } from "./queries";

export function CreateKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("settings.api-keys");
  const roleNames = useTranslations("settings.members.roles");
  const actions = useTranslations("common.actions");
  const client = useQueryClient();
  const me = useMe();
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("agent");
  const create = useMutation({
    mutationFn: () => call<typeof CreateApiKey>("POST /api-keys", { name, role }),
    onSuccess: () => void client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
  const errors = useFieldErrors(create.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  if (create.data) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={t("createdTitle", { name: create.data.apiKey.name })}
        description={t("createdWords")}
        closeLabel={actions("close")}
        size="medium"
        footer={<Button onClick={onClose}>{t("kept")}</Button>}
      >
        <Copyable
          label={t("key")}
          value={create.data.key}
          copyLabel={actions("copy")}
          copiedLabel={actions("copied")}
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("add")}
      closeLabel={actions("close")}
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button type="submit" form="api-key" variant="primary" busy={create.isPending}>
            {t("create")}
          </Button>
        </>
      }
    >
      <form id="api-key" onSubmit={submit} className="flex flex-col gap-4 pt-1">
        <Field label={t("name")} hint={t("nameHint")} error={errors.name}>
          <Input required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t("role")} hint={t("roleHint")} error={errors.role}>
          <Select value={role} onChange={(event) => setRole(event.target.value as Role)}>
            {roles
              .filter((each) => each !== "owner" || me.role === "owner")
              .map((each) => (
                <option key={each} value={each}>
                  {roleNames(each)}
                </option>
              ))}
          </Select>
        </Field>
        {Object.keys(errors).length === 0 && <FormProblem error={create.error} />}
      </form>
    </Dialog>
  );
}
