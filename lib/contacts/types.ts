/** Plain types of contacts; components read them too. */

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
  identities: ContactIdentity[];
  consents: ConsentState[];
};
