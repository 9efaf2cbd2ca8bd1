"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { Action, ActionId } from "@/components/keyboard/actions";
import { type Binding, bindingsOf, type Chosen, conflictsOf, keysOf } from "@/components/keyboard/bindings";
import { KeyCaps } from "@/components/keyboard/key-caps";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useRecorder } from "./use-recorder";

type KeyRowProps = {
  action: Action;
  chosen: Chosen;
  onChoose: (changed: Chosen) => void;
  onReset: () => void;
};

/** One action and its keys: press the button, then the new ones. Taken ones are said, and can be taken over. */
export function KeyRow({ action, chosen, onChoose, onReset }: KeyRowProps) {
  const t = useTranslations("settings.profile.keys");
  const names = useTranslations("common.keys");
  const button = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState<{ keys: string; others: Binding[] } | null>(null);
  const keys = keysOf(action, chosen);
  const recorder = useRecorder((pressed) => {
    const others = pressed === null ? [] : conflictsOf(action.id, pressed, bindingsOf(chosen));
    if (pressed !== null && others.length > 0) setAsked({ keys: pressed, others });
    else onChoose({ [action.id]: pressed });
  });
  const name = names(action.id);
  const isChanged = chosen[action.id] !== undefined;
  const end = () => {
    setAsked(null);
    button.current?.focus();
  };
  return (
    <li className="border-b py-1 last:border-b-0">
      <div className="flex min-h-8 items-center gap-2">
        <span className="min-w-0 flex-1 truncate">{name}</span>
        {isChanged && (
          <IconButton label={t("reset", { name })} onClick={onReset}>
            <RotateCcw className="size-3.5" />
          </IconButton>
        )}
        <Button
          ref={button}
          variant="quiet"
          onClick={recorder.start}
          onBlur={recorder.stop}
          onKeyDown={recorder.onKeyDown}
        >
          <span className="sr-only">{t("of", { name })}</span>
          {recorder.isOn ? (
            <span className="text-accent">{t("press")}</span>
          ) : keys === null ? (
            <span className="text-ink-3">{t("none")}</span>
          ) : (
            <KeyCaps keys={keys} />
          )}
        </Button>
      </div>
      {asked && (
        <div
          role="alert"
          className="flex flex-wrap items-center gap-2 rounded-md bg-warn-soft px-2.5 py-1.5 text-sm text-warn"
        >
          <span className="min-w-0 flex-1">
            {t("taken", { names: asked.others.map(({ id }) => names(id as ActionId)).join(", ") })}
          </span>
          <Button
            size="small"
            onClick={() => {
              onChoose({
                ...Object.fromEntries(asked.others.map(({ id }) => [id, null])),
                [action.id]: asked.keys,
              });
              end();
            }}
          >
            {t("takeOver")}
          </Button>
          <Button size="small" variant="quiet" onClick={end}>
            {t("leave")}
          </Button>
        </div>
      )}
    </li>
  );
}
