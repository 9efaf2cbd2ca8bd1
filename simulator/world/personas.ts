import type { PersonFacts } from "./people";

export type Persona = PersonFacts & { personaId: string; name: string; language: string };

/** Those who live in the phone: one for each way a customer may be addressed. */
export const personas: Persona[] = [
  { personaId: "amelia", name: "Amelia Stone", phone: "16505550142", language: "English" },
  { personaId: "lucia", name: "Lucía Fernández", phone: "34600000042", username: "lucia.fdez", language: "Español" },
  { personaId: "layla", name: "ليلى حداد", phone: "971500000017", language: "العربية" },
  { personaId: "river", name: "River Oak", username: "river.oak", language: "English" },
];
