"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type LocationValue, locationValue, type Slot } from "@/lib/templates/types";
import type { Filling } from "./use-filling";

type LocationFieldProps = { slot: Slot; filling: Filling; label: string; error: string | undefined };

const nowhere: LocationValue = { latitude: "", longitude: "", name: "", address: "" };

export function LocationField({ slot, filling, label, error }: LocationFieldProps) {
  const t = useTranslations("templates.form");
  const place = locationValue(filling.values, slot.key) ?? nowhere;
  const set = (changed: Partial<LocationValue>) => filling.write(slot.key, { ...place, ...changed });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <div className="grid grid-cols-2 gap-2">
        <Field label={t("latitude")} error={error}>
          <Input
            data-slot={slot.key}
            dir="ltr"
            inputMode="decimal"
            placeholder="52.52"
            value={place.latitude}
            onChange={({ target }) => set({ latitude: target.value })}
          />
        </Field>
        <Field label={t("longitude")}>
          <Input
            dir="ltr"
            inputMode="decimal"
            placeholder="13.40"
            value={place.longitude}
            onChange={({ target }) => set({ longitude: target.value })}
          />
        </Field>
      </div>
      <Field label={t("placeName")}>
        <Input dir="auto" value={place.name} onChange={({ target }) => set({ name: target.value })} />
      </Field>
      <Field label={t("address")}>
        <Input dir="auto" value={place.address} onChange={({ target }) => set({ address: target.value })} />
      </Field>
    </fieldset>
  );
}
