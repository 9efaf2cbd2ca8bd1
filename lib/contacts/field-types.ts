/** Plain types of the fields that a workspace adds to its contacts. */

export const fieldKinds = ["text", "number", "date", "choice"] as const;
export type FieldKind = (typeof fieldKinds)[number];

export type ContactField = {
  id: string;
  name: string;
  kind: FieldKind;
  /** What can be chosen, in order; empty for other kinds. */
  choices: string[];
};

/** A value in the one form of its kind: a number as digits, a date as 2026-05-31. */
export type FieldValue = { fieldId: string; value: string };
