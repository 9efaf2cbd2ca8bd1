"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { mediaValue, type Slot, textValue } from "@/lib/templates/types";
import { EndField } from "./end-field";
import { LocationField } from "./location-field";
import { MediaField } from "./media-field";
import type { Filling } from "./use-filling";
import { useSlotProblemWords } from "./use-slot-problem-words";
import { useSlotWords } from "./use-slot-words";

/** One place of the template. What is merely missing is said at the foot, not in red before anybody has typed. */
export function SlotField({ slot, filling }: { slot: Slot; filling: Filling }) {
  const words = useSlotWords(filling.parts);
  const problemWords = useSlotProblemWords();
  const problem = filling.problems.find(({ key, code }) => key === slot.key && code !== "missing");
  const label = words.shortLabelOf(slot);
  const error = problem && problemWords(problem);
  if (slot.kind === "location") {
    return <LocationField slot={slot} filling={filling} label={label} error={error} />;
  }
  if (slot.kind === "end") return <EndField slot={slot} filling={filling} label={label} error={error} />;
  if (slot.kind === "image" || slot.kind === "video" || slot.kind === "document") {
    return (
      <MediaField
        kind={slot.kind}
        label={label}
        error={error}
        id={idOf(slot)}
        value={mediaValue(filling.values, slot.key)}
        onChange={(value) => filling.write(slot.key, value)}
      />
    );
  }
  return (
    <Field label={label} hint={words.hintOf(slot)} error={error}>
      <Input
        data-slot={idOf(slot)}
        dir={slot.kind === "text" ? "auto" : "ltr"}
        autoComplete="off"
        value={textValue(filling.values, slot.key)}
        onChange={({ target }) => filling.write(slot.key, target.value)}
      />
    </Field>
  );
}

/** By which the form finds the field of what is missing. */
export function idOf({ key }: Pick<Slot, "key">): string {
  return key;
}
