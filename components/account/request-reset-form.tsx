"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Form } from "./form";
import { postJson } from "./post-json";
import { useSubmit } from "./use-submit";

export function RequestResetForm() {
  const t = useTranslations("public.requestReset");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useSubmit(async ({ email = "" }) => {
    await postJson("/api/account/password-reset", { email });
    setSentTo(email);
  });
  if (sentTo) {
    return (
      <div role="status">
        <Notice tone="good">{t("sent", { email: sentTo })}</Notice>
      </div>
    );
  }
  return (
    <Form submit={t("submit")} {...form}>
      <Field label={t("email")}>
        <Input name="email" type="email" autoComplete="username" required autoFocus />
      </Field>
    </Form>
  );
}
