/** Plain types of contacts; components read them too. */
export { type ContactField, type FieldKind, type FieldValue, fieldKinds } from "./field-types";
export type { MergeChange } from "./merge/change";
export { type PhoneProblem, type PhoneReading, readPhone } from "./read-phone";

import type { FieldValue } from "./field-types";

export type ContactIdentity = {
  kind: "phone" | "bsuid" | "parent_bsuid";
  value: string;
  validFrom: string;
  validTo: string | null;
  lastSeenAt: string;
};

export type ConsentState = {
  purpose: "service" | "marketing" | "ai" | "analytics";
  state: "granted" | "withdrawn";
  source: string;
  at: string;
};

export type Contact = {
  id: string;
  /** The name given by an agent, else the profile's, else the username, phone or id. */
  name: string;
  givenName: string | null;
  profileName: string | null;
  username: string | null;
  phone: string | null;
  language: string | null;
  createdAt: string;
  blockedAt: string | null;
  /** The numbers of ours that they cannot reach. */
  blockedOn: { id: string; name: string }[];
  fields: FieldValue[];
  identities: ContactIdentity[];
  consents: ConsentState[];
};
