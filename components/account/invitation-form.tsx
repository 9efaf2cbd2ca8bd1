"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Form } from "./form";
import { PasswordField } from "./password-field";
import { postJson } from "./post-json";
import { signIn } from "./sign-in";
import { useSubmit } from "./use-submit";

/** Who has an account proves it; anybody else makes one. The same form for both: it tells nobody who has one. */
export function InvitationForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("public.invitation");
  const { errorOf, ...form } = useSubmit(async ({ name, password = "" }) => {
    const typed = { token, name: name || undefined, password };
    const joined = (await postJson("/api/account/invitation", typed)) as { slug: string };
    await signIn(email, password);
    location.assign(`/${joined.slug}/inbox`);
  });
  return (
    <Form submit={t("submit")} {...form}>
      <Field label={t("email")}>
        <Input type="email" autoComplete="username" value={email} readOnly />
      </Field>
      <Field label={t("name")} hint={t("nameHint")} error={errorOf("name")}>
        <Input name="name" autoComplete="name" maxLength={80} />
      </Field>
      <PasswordField
        label={t("password")}
        hint={t("passwordHint")}
        error={errorOf("password")}
        autoComplete="new-password"
      />
    </Form>
  );
}
