"use client";

import type { RefObject } from "react";
import { insertInBox } from "@/components/messages/composer/editing/edit-box";

type ButtonsProps<Name extends string> = {
  box: RefObject<HTMLTextAreaElement | null>;
  title: string;
  names: readonly Name[];
  labelOf: (name: Name) => string;
};

/** Puts a variable in where the caret is. */
export function VariableButtons<Name extends string>({ box, title, names, labelOf }: ButtonsProps<Name>) {
  return (
    <div>
      <p className="pb-1 text-sm font-medium">{title}</p>
      <div className="flex flex-wrap gap-1.5">
        {names.map((name) => (
          <button
            key={name}
            type="button"
            title={`{{${name}}}`}
            onClick={() => box.current && insertInBox(box.current, `{{${name}}}`)}
            className="rounded-full border border-line bg-surface px-2.5 py-0.5 text-sm text-ink-2 hover:bg-hover hover:text-ink"
          >
            {labelOf(name)}
          </button>
        ))}
      </div>
    </div>
  );
}
