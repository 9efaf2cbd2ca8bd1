/** A file by its address or by the id that Meta gave it. */
export type MediaValue = { link?: string; id?: string; filename?: string };

/** As text, since it is typed. */
export type LocationValue = { latitude: string; longitude: string; name: string; address: string };

export type SlotValue = string | MediaValue | LocationValue;

/** What a send gives, by the key of the slot. */
export type TemplateValues = Partial<Record<string, SlotValue>>;

export function textValue(values: TemplateValues, key: string): string {
  const value = values[key];
  return typeof value === "string" ? value : "";
}

export function mediaValue(values: TemplateValues, key: string): MediaValue | null {
  const value = values[key];
  return typeof value === "object" && !("latitude" in value) ? value : null;
}

export function locationValue(values: TemplateValues, key: string): LocationValue | null {
  const value = values[key];
  return typeof value === "object" && "latitude" in value ? value : null;
}
