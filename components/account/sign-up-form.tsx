"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Form } from "./form";
import { PasswordField } from "./password-field";
import { postJson } from "./post-json";
import { signIn } from "./sign-in";
import { useSubmit } from "./use-submit";

export function SignUpForm({ termsVersion }: { termsVersion: string }) {
  const t = useTranslations("public.signUp");
  const { errorOf, ...form } = useSubmit(async ({ terms: _agreed, ...values }) => {
    const made = (await postJson("/api/account/sign-up", { ...values, termsVersion })) as { slug: string };
    await signIn(values.email ?? "", values.password ?? "");
    location.assign(`/${made.slug}/inbox`);
  });
  return (
    <Form submit={t("submit")} {...form}>
      <Field label={t("workspaceName")} hint={t("workspaceHint")} error={errorOf("workspaceName")}>
        <Input name="workspaceName" autoComplete="organization" maxLength={80} required />
      </Field>
      <Field label={t("name")} error={errorOf("name")}>
        <Input name="name" autoComplete="name" maxLength={80} required />
      </Field>
      <Field label={t("email")} error={errorOf("email")}>
        <Input name="email" type="email" autoComplete="username" maxLength={254} required />
      </Field>
      <PasswordField
        label={t("password")}
        hint={t("passwordHint")}
        error={errorOf("password")}
        autoComplete="new-password"
      />
      <Checkbox name="terms" required label={t("terms", { version: termsVersion })} />
    </Form>
  );
}
