"use client";

import { useTranslations } from "next-intl";
import { Form } from "./form";
import { PasswordField } from "./password-field";
import { postJson } from "./post-json";
import { signIn } from "./sign-in";
import { useSubmit } from "./use-submit";

export function ResetForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("public.reset");
  const { errorOf, ...form } = useSubmit(async ({ password = "" }) => {
    await postJson("/api/account/password-reset/perform", { token, password });
    await signIn(email, password);
    location.assign("/");
  });
  return (
    <Form submit={t("submit")} {...form}>
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={t("password")}
        hint={t("passwordHint")}
        error={errorOf("password")}
        autoComplete="new-password"
      />
    </Form>
  );
}
