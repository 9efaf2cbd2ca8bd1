"use client";

import { useQuery } from "@tanstack/react-query";
import { Zap } from "lucide-react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { ManagedList } from "@/components/settings/managed-list";
import { Kbd } from "@/components/ui/kbd";
import type { DeleteMacro } from "@/lib/macros/schemas";
import type { Macro } from "@/lib/macros/types";
import { ActionList } from "./action-list";
import { MacroForm } from "./macro-form";
import { macrosQuery } from "./queries";

export function MacrosScreen(initial: { macros: Macro[] }) {
  const macros = useQuery({ ...macrosQuery, initialData: initial.macros }).data;
  return (
    <ManagedList
      of="macros"
      permission="macros.manage"
      icon={<Zap />}
      items={macros}
      queryKey={keys.macros}
      show={({ name, key, actions }) => (
        <div className="min-w-0 flex-1 py-1">
          <p className="mb-1.5 flex items-center gap-2 font-medium">
            <bdi className="truncate">{name}</bdi>
            {key && <Kbd>{`M ${key}`}</Kbd>}
          </p>
          <div className="text-sm text-ink-2">
            <ActionList actions={actions} />
          </div>
        </div>
      )}
      edit={(macro, onClose) => <MacroForm macro={macro} others={macros} onClose={onClose} />}
      remove={({ id }) => call<typeof DeleteMacro>("DELETE /macros/:macroId", { macroId: id })}
    />
  );
}
