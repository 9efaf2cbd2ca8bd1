"use client";

import { useTranslations } from "next-intl";
import { usePreferences } from "@/components/preferences/use-preferences";
import { Dialog } from "@/components/ui/dialog";
import { actions, groups } from "./actions";
import { keysOf } from "./bindings";
import { KeyCaps } from "./key-caps";
import { extraActions } from "./registry";
import { showSurface } from "./surfaces";

/** Every action, with the keys that the member has for it; what has none is done from the palette. */
export default function CheatSheet() {
  const t = useTranslations("common");
  const chosen = usePreferences().keys;
  const extras = extraActions().filter(({ keys }) => keys !== null);
  return (
    <Dialog
      open
      isOnlyRead
      size="large"
      onClose={() => showSurface(null)}
      title={t("keys.title")}
      description={t("keys.words")}
      closeLabel={t("actions.close")}
    >
      <div className="columns-1 gap-x-10 pt-2 sm:columns-2">
        {groups.map((group) => (
          <Section key={group} title={t(`keyGroups.${group}`)}>
            {actions
              .filter((action) => action.group === group)
              .map((action) => (
                <Line key={action.id} label={t(`keys.${action.id}`)} keys={keysOf(action, chosen)} also={action.also} />
              ))}
          </Section>
        ))}
        {extras.length > 0 && (
          <Section title={t("keyGroups.extra")}>
            {extras.map(({ id, label, keys }) => keys !== null && <Line key={id} label={label} keys={keys} />)}
          </Section>
        )}
      </div>
    </Dialog>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="break-inside-avoid pb-5">
      <h3 className="pb-2 text-sm font-semibold text-ink-3">{title}</h3>
      <dl className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2">{children}</dl>
    </section>
  );
}

function Line({ label, keys, also }: { label: string; keys: string | null; also?: string | undefined }) {
  return (
    <div className="contents">
      <dt className="min-w-0 truncate">{label}</dt>
      <dd className="flex justify-end gap-2 text-ink-3">
        {keys === null ? "–" : <KeyCaps keys={keys} />}
        {also && <KeyCaps keys={also} />}
      </dd>
    </div>
  );
}
