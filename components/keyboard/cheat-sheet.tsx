"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { closeCheatSheet } from "./cheat-sheet-store";

const keysOf = [
  { action: "next", keys: ["J"] },
  { action: "previous", keys: ["K"] },
  { action: "filter", keys: ["/"] },
  { action: "reply", keys: ["R"] },
  { action: "send", keys: ["↵"] },
  { action: "newLine", keys: ["⇧", "↵"] },
  { action: "resolve", keys: ["E"] },
  { action: "assign", keys: ["A"] },
  { action: "assignToMe", keys: ["⇧", "A"] },
  { action: "panel", keys: ["]"] },
  { action: "goToInbox", keys: ["G", "I"] },
  { action: "goToSettings", keys: ["G", "S"] },
  { action: "keys", keys: ["?"] },
] as const;

export default function CheatSheet() {
  const t = useTranslations("common");
  return (
    <Dialog open onClose={closeCheatSheet} title={t("keys.title")} closeLabel={t("actions.close")}>
      <dl className="grid grid-cols-[1fr_auto] items-center gap-y-2.5">
        {keysOf.map(({ action, keys }) => (
          <div key={action} className="contents">
            <dt>{t(`keys.${action}`)}</dt>
            <dd className="flex justify-end gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
              <span className="sr-only">{keys.join(" ")}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
