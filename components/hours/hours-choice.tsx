"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { keys } from "@/components/queries/keys";
import { useMay } from "@/components/shell/me";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Hours } from "@/lib/hours/types";
import { hoursQuery } from "./queries";

type ChoiceProps = {
  /** What it is where none is chosen. */
  none: string;
  hint: string;
  isUsed: (hours: Hours) => boolean;
  choose: (hoursId: string | null) => Promise<unknown>;
};

/** Which hours something goes by; saved as soon as it is chosen. */
export function HoursChoice({ none, hint, isUsed, choose }: ChoiceProps) {
  const t = useTranslations("hours");
  const client = useQueryClient();
  const mayManage = useMay("hours.manage");
  const onProblem = useProblemToast();
  const { data: hours = [] } = useQuery(hoursQuery);
  const save = useMutation({
    mutationFn: (hoursId: string) => choose(hoursId === "" ? null : hoursId),
    onError: onProblem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.hours }),
  });
  return (
    <Field label={t("choice")} hint={hint} className="max-w-100">
      <Select
        disabled={!mayManage}
        value={save.isPending ? save.variables : (hours.find(isUsed)?.id ?? "")}
        onChange={(event) => save.mutate(event.target.value)}
      >
        <option value="">{none}</option>
        {hours.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
