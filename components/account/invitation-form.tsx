"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Form } from "./form";
import { PasswordField } from "./password-field";
import { postJson } from "./post-json";
import { signIn } from "./sign-in";
import { useSubmit } from "./use-submit";

type InvitationFormProps = { token: string; email: string; hasAccount: boolean };

/** Who has an account proves it; anybody else makes one. */
export function InvitationForm({ token, email, hasAccount }: InvitationFormProps) {
  const t = useTranslations("public.invitation");
  const { errorOf, ...form } = useSubmit(async ({ name, password = "" }) => {
    const joined = (await postJson("/api/account/invitation", { token, name, password })) as { slug: string };
    await signIn(email, password);
    location.assign(`/${joined.slug}/inbox`);
  });
  return (
    <Form submit={t("submit")} {...form}>
      <Field label={t("email")}>
        <Input type="email" autoComplete="username" value={email} readOnly />
      </Field>
      {!hasAccount && (
        <Field label={t("name")} hint={t("nameHint")} error={errorOf("name")}>
          <Input name="name" autoComplete="name" maxLength={80} required />
        </Field>
      )}
      <PasswordField
        label={t(hasAccount ? "password" : "newPassword")}
        hint={hasAccount ? undefined : t("passwordHint")}
        error={errorOf("password")}
        autoComplete={hasAccount ? "current-password" : "new-password"}
      />
    </Form>
  );
}
