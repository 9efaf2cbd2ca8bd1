"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type PasswordFieldProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** What a password manager should do: fill in, or make a new one. */
  autoComplete: "current-password" | "new-password";
};

export function PasswordField({ label, hint, error, autoComplete }: PasswordFieldProps) {
  const t = useTranslations("public.passwordField");
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Field label={label} hint={hint} error={error}>
        <Input
          name="password"
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          required
          className="pe-9"
        />
      </Field>
      <button
        type="button"
        aria-pressed={shown}
        aria-label={t("show")}
        onClick={() => setShown(!shown)}
        className="absolute top-5.5 end-0 grid size-8.5 place-items-center rounded-md text-ink-3 hover:text-ink"
      >
        <Icon className="size-4" aria-hidden />
      </button>
    </div>
  );
}
