"use client";

import { clsx } from "clsx";
import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { useRef, useState } from "react";
import { type ActionId, actions, groups } from "@/components/keyboard/actions";
import { keysOf } from "@/components/keyboard/bindings";
import { KeyCaps } from "@/components/keyboard/key-caps";
import { extraActions, handlerOf } from "@/components/keyboard/registry";
import { showSurface } from "@/components/keyboard/surfaces";
import { whyNotOf } from "@/components/keyboard/why-not";
import { usePreferences } from "@/components/preferences/use-preferences";
import { useOpener } from "@/components/ui/use-opener";
import { PaletteItem, paletteHeading } from "./palette-item";
import { People } from "./people";
import { rank } from "./rank";
import { SettingsPlaces } from "./settings-places";

/** Before the name of what cannot be done now: it comes after what can. */
const UNABLE = "unable ";

/** Everything that can be done, by name, or why it cannot be done now; and the way to a conversation or a contact. */
export default function Palette() {
  const t = useTranslations("common");
  const chosenKeys = usePreferences().keys;
  const [text, setText] = useState("");
  const [extras] = useState(extraActions);
  const opener = useOpener();
  const chosen = useRef<(() => void) | null>(null);
  const choose = (run: () => void) => {
    chosen.current = run;
    showSurface(null);
  };
  const close = (open: boolean) => {
    if (!open) showSurface(null);
  };
  const all = actions.filter(({ id }) => id !== "palette").map((action) => ({ action, run: handlerOf(action.id) }));
  // What cannot be done is told of to whoever looks for it, not to everybody.
  const named = all.filter(({ action, run }) => run !== undefined || (text.trim() !== "" && !action.isOfField));
  const shown = groups.map((group) => ({ group, items: named.filter(({ action }) => action.group === group) }));
  return (
    <Radix.Root open onOpenChange={close}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 bg-veil" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-x-0 top-0 z-50 mx-auto flex max-h-[85dvh] w-full animate-appear flex-col overflow-hidden border bg-raised shadow-high outline-none sm:top-[12dvh] sm:max-h-[70dvh] sm:max-w-150 sm:rounded-xl"
          onCloseAutoFocus={(event) => {
            opener.onCloseAutoFocus(event);
            // An action that moves the focus has the last word.
            queueMicrotask(() => chosen.current?.());
          }}
        >
          {opener.remember}
          <Radix.Title className="sr-only">{t("palette.title")}</Radix.Title>
          <Command
            loop
            filter={(value, typed, words = []) => rank(words, typed) * (value.startsWith(UNABLE) ? 0.1 : 1)}
            label={t("palette.title")}
            className="flex min-h-0 flex-col"
          >
            <div className="flex items-center gap-2.5 border-b px-4">
              <Search className="size-4 shrink-0 text-ink-3" aria-hidden="true" />
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder={t("palette.placeholder")}
                className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-3"
              />
            </div>
            <Command.List
              label={t("palette.list")}
              className={clsx("min-h-0 flex-1 overflow-y-auto overscroll-contain p-2", paletteHeading)}
            >
              <Command.Empty className="px-3 py-8 text-center text-ink-3">{t("palette.none", { text })}</Command.Empty>
              {shown.map(
                ({ group, items }) =>
                  items.length > 0 && (
                    <Command.Group key={group} heading={t(`keyGroups.${group}`)}>
                      {items.map(({ action, run }) => {
                        const keys = keysOf(action, chosenKeys);
                        return (
                          <PaletteItem
                            key={action.id}
                            value={run ? action.id : `${UNABLE}${action.id}`}
                            label={t(`keys.${action.id}`)}
                            end={run ? keys && <KeyCaps keys={keys} /> : <WhyNot id={action.id} />}
                            onSelect={() => run && choose(() => handlerOf(action.id)?.())}
                          />
                        );
                      })}
                    </Command.Group>
                  ),
              )}
              {extras.length > 0 && (
                <Command.Group heading={t("keyGroups.extra")}>
                  {extras.map(({ id, label, keys, run }) => (
                    <PaletteItem
                      key={id}
                      value={id}
                      label={label}
                      end={keys && <KeyCaps keys={keys} />}
                      onSelect={() => choose(run)}
                    />
                  ))}
                </Command.Group>
              )}
              <SettingsPlaces onChoose={choose} />
              <People text={text} onChoose={choose} />
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function WhyNot({ id }: { id: ActionId }) {
  const t = useTranslations("common.whyNot");
  return <span className="max-w-1/2 text-end text-sm text-ink-3">{t(whyNotOf(id))}</span>;
}
