"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { call } from "@/components/api";
import { FormProblem } from "@/components/settings/form-problem";
import { useMay } from "@/components/shell/me";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Button } from "@/components/ui/button";
import { Copyable } from "@/components/ui/copyable";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type Role, roles } from "@/lib/auth/types";
import type { InviteMember } from "@/lib/members/schemas";
import { DepartmentChoice } from "./department-choice";
import type { Department } from "./members-screen";
import { invitationsQuery } from "./queries";

export function InviteDialog({ departments, onClose }: { departments: Department[]; onClose: () => void }) {
  const t = useTranslations("settings.members");
  const actions = useTranslations("common.actions");
  const client = useQueryClient();
  const mayMakeOwners = useMay("members.manageOwners");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("agent");
  const [departmentIds, setDepartmentIds] = useState<string[]>([]);
  const invite = useMutation({
    mutationFn: () => call<typeof InviteMember>("POST /invitations", { email: email.trim(), role, departmentIds }),
    onSuccess: () => void client.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  });
  const errors = useFieldErrors(invite.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  if (invite.data) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={t("invited", { email: invite.data.invitation.email })}
        description={t(invite.data.link ? "invitedByLink" : "invitedByMail")}
        closeLabel={actions("close")}
        footer={<Button onClick={onClose}>{actions("close")}</Button>}
      >
        {invite.data.link && (
          <Copyable
            label={t("link")}
            value={invite.data.link}
            copyLabel={actions("copy")}
            copiedLabel={actions("copied")}
          />
        )}
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("invite")}
      closeLabel={actions("close")}
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button type="submit" form="invite" variant="primary" busy={invite.isPending}>
            {t("sendInvitation")}
          </Button>
        </>
      }
    >
      <form id="invite" onSubmit={submit} className="flex flex-col gap-4 pt-1">
        <Field label={t("email")} error={errors.email}>
          <Input
            type="email"
            required
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Field label={t("role")} hint={t(`roleHint.${role}`)}>
          <Select value={role} onChange={(event) => setRole(event.target.value as Role)}>
            {roles
              .filter((each) => each !== "owner" || mayMakeOwners)
              .map((each) => (
                <option key={each} value={each}>
                  {t(`roles.${each}`)}
                </option>
              ))}
          </Select>
        </Field>
        <DepartmentChoice departments={departments} chosen={departmentIds} onChange={setDepartmentIds} />
        {!errors.email && <FormProblem error={invite.error} />}
      </form>
    </Dialog>
  );
}
