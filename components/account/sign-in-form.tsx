"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Form } from "./form";
import { PasswordField } from "./password-field";
import { signIn } from "./sign-in";
import { useSubmit } from "./use-submit";

/** `next` is a path of ours; the page is loaded anew, so that nothing of an earlier session stays. */
export function SignInForm({ next, email }: { next: string; email?: string | undefined }) {
  const t = useTranslations("public.signIn");
  const form = useSubmit(async ({ email = "", password = "" }) => {
    await signIn(email, password);
    location.assign(next);
  });
  return (
    <Form submit={t("submit")} {...form}>
      <Field label={t("email")}>
        <Input name="email" type="email" autoComplete="username" defaultValue={email} required autoFocus={!email} />
      </Field>
      <PasswordField label={t("password")} autoComplete="current-password" />
    </Form>
  );
}
