"use client";

import { useQuery } from "@tanstack/react-query";
import { Zap } from "lucide-react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { ScopeTag } from "@/components/quick-replies/scope-tag";
import { ManagedList } from "@/components/settings/managed-list";
import { useMay } from "@/components/shell/me";
import type { DeleteMacro } from "@/lib/macros/schemas";
import type { Macro } from "@/lib/macros/types";
import { foldText } from "@/lib/text";
import { ActionList } from "./action-list";
import { KeySelect } from "./key-select";
import { MacroForm } from "./macro-form";
import { macrosQuery } from "./queries";

export function MacrosScreen(initial: { macros: Macro[] }) {
  const macros = useQuery({ ...macrosQuery, initialData: initial.macros }).data;
  const mayManage = useMay("macros.manage");
  return (
    <ManagedList
      of="macros"
      permission="macros.manageOwn"
      mayChange={({ scope }) => mayManage || scope === "personal"}
      icon={<Zap />}
      items={macros}
      find={({ name }, words) => foldText(name).includes(foldText(words))}
      queryKey={keys.macros}
      show={(macro) => (
        <>
          <div className="min-w-0 flex-1 py-1 max-md:basis-full">
            <p className="mb-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
              <bdi className="max-w-full truncate">{macro.name}</bdi>
              <ScopeTag {...macro} />
            </p>
            <div className="text-sm text-ink-2">
              <ActionList actions={macro.actions} />
            </div>
          </div>
          <div className="self-start">
            <KeySelect macro={macro} macros={macros} />
          </div>
        </>
      )}
      edit={(macro, onClose) => <MacroForm macro={macro} onClose={onClose} />}
      remove={({ id }) => call<typeof DeleteMacro>("DELETE /macros/:macroId", { macroId: id })}
    />
  );
}
