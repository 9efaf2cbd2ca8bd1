"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { call, type Output } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { FormProblem } from "@/components/settings/form-problem";
import { SettingsPage } from "@/components/settings/settings-page";
import { useMe } from "@/components/shell/me";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { CheckChannel, CreateChannel } from "@/lib/channels/schemas";
import { ChannelConnected } from "./channel-connected";
import { ChannelFields, type ChannelValues, emptyValues, setupOf } from "./channel-fields";
import { Checks } from "./checks";

type Departments = { id: string; name: string }[];

/** Connecting a number by hand: fill in, have each value checked, connect, and tell Meta where to post. */
export function NewChannelScreen({ departments }: { departments: Departments }) {
  const t = useTranslations("settings.newChannel");
  const client = useQueryClient();
  const { slug } = useMe().workspace;
  const [values, setValues] = useState<ChannelValues>(emptyValues);
  const check = useMutation({
    mutationFn: () => call<typeof CheckChannel>("POST /channels/check", setupOf(values)),
  });
  const connect = useMutation<Output<typeof CreateChannel>>({
    mutationFn: () => call<typeof CreateChannel>("POST /channels", setupOf(values)),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.channels }),
  });
  const change = (changed: Partial<ChannelValues>) => {
    setValues({ ...values, ...changed });
    check.reset();
    connect.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    connect.mutate();
  };
  const errors = { ...useFieldErrors(check.error), ...useFieldErrors(connect.error) };
  if (connect.data) return <ChannelConnected created={connect.data} />;
  const problem = connect.error ?? check.error;
  return (
    <SettingsPage title={t("title")} words={t("words")} back={{ href: `/${slug}/settings/channels`, name: t("back") }}>
      <Card>
        <form onSubmit={submit} className="flex flex-col gap-5 p-5">
          <ChannelFields values={values} errors={errors} departments={departments} onChange={change} />
          {check.data && <Checks checks={check.data.checks} />}
          {Object.keys(errors).length === 0 && <FormProblem error={problem} />}
          <footer className="flex justify-end gap-2">
            <Button size="large" busy={check.isPending} disabled={connect.isPending} onClick={() => check.mutate()}>
              {t("check")}
            </Button>
            <Button type="submit" size="large" variant="primary" busy={connect.isPending} disabled={check.isPending}>
              {t("connect")}
            </Button>
          </footer>
        </form>
      </Card>
    </SettingsPage>
  );
}
