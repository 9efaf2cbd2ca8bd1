"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { call } from "@/components/api";
import { FormProblem } from "@/components/settings/form-problem";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { showToast } from "@/components/ui/toasts/store";
import type { ChangePassword } from "@/lib/auth/schemas";
import { mySessionsQuery } from "./queries";

export function PasswordForm() {
  const t = useTranslations("settings.profile");
  const client = useQueryClient();
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNew] = useState("");
  const change = useMutation({
    mutationFn: () => call<typeof ChangePassword>("PUT /me/password", { currentPassword, newPassword }),
    onSuccess: () => {
      setCurrent("");
      setNew("");
      showToast({ tone: "plain", text: t("passwordChanged") });
      void client.invalidateQueries({ queryKey: mySessionsQuery.queryKey });
    },
  });
  const errors = useFieldErrors(change.error);
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <Card title={t("password")}>
      <form onSubmit={save} className="grid gap-x-5 gap-y-4 p-5 md:grid-cols-2">
        <Field label={t("currentPassword")} error={errors.currentPassword}>
          <Input
            type="password"
            required
            autoComplete="current-password"
            value={currentPassword}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </Field>
        <Field label={t("newPassword")} hint={t("passwordHint")} error={errors.newPassword}>
          <Input
            type="password"
            required
            autoComplete="new-password"
            value={newPassword}
            onChange={(event) => setNew(event.target.value)}
          />
        </Field>
        <div className="flex items-end justify-end gap-3 md:col-span-2">
          <div className="min-w-0 flex-1">
            {Object.keys(errors).length === 0 && <FormProblem error={change.error} />}
          </div>
          <Button type="submit" size="large" busy={change.isPending}>
            {t("changePassword")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
