"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { Select } from "@/components/ui/select";
import type { BindMacroKey } from "@/lib/macros/schemas";
import { type Macro, type MacroKey, macroKeys } from "@/lib/macros/types";

/** The key that runs a macro for me; those of my other macros are taken. */
export function KeySelect({ macro, macros }: { macro: Macro; macros: readonly Macro[] }) {
  const t = useTranslations("settings.macros");
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const { id: macroId, name } = macro;
  const { mutate } = useMutation({
    mutationFn: (key: MacroKey | null) => call<typeof BindMacroKey>("PUT /macros/:macroId/key", { macroId, key }),
    onMutate: (key) =>
      client.setQueryData<Macro[]>(keys.macros, (list) =>
        list?.map((each) => (each.id === macroId ? { ...each, key } : each)),
      ),
    onError: onProblem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.macros }),
  });
  const taken = new Set(macros.filter(({ id }) => id !== macroId).map(({ key }) => key));
  return (
    <Select
      aria-label={t("keyOf", { name })}
      className="w-28"
      value={macro.key ?? ""}
      onChange={({ target }) => mutate(macroKeys.find((key) => key === target.value) ?? null)}
    >
      <option value="">{t("noKey")}</option>
      {macroKeys
        .filter((key) => !taken.has(key))
        .map((key) => (
          <option key={key} value={key}>{`M ${key}`}</option>
        ))}
    </Select>
  );
}
