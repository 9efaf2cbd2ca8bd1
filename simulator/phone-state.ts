import type { Simulation } from "./simulation";
import type { PhoneNumber } from "./world/directory";
import { deriveUserId, type Person } from "./world/people";
import { type Persona, personas } from "./world/personas";
import type { Thread } from "./world/threads";

const customersShown = 40;

/** All that a phone shows on opening: the businesses, and the customers of one with their chats. */
export function readPhoneState(simulation: Simulation, phoneNumber: PhoneNumber): object {
  const { directory, threads } = simulation.world;
  const own = personas.map((persona) =>
    threads.open(phoneNumber.id, meetPersona(simulation, phoneNumber.wabaId, persona)),
  );
  const others = threads
    .listOf(phoneNumber.id, customersShown)
    .filter((thread) => !own.includes(thread) && thread.entries.length > 0);
  return {
    businesses: [...directory.phoneNumbers.values()].slice(-100).map(showBusiness),
    business: showBusiness(phoneNumber),
    customers: [...own, ...others].map(showThread),
  };
}

function meetPersona(simulation: Simulation, wabaId: string, persona: Persona): Person {
  const { language: _, ...facts } = persona;
  return simulation.world.people.meet(wabaId, {
    ...facts,
    userId: deriveUserId(wabaId, persona.phone ?? persona.personaId),
  });
}

function showBusiness({ id, display, verifiedName }: PhoneNumber) {
  return { id, display, name: verifiedName };
}

function showThread({ person, entries, typingUntil, blocked }: Thread) {
  const persona = personas.find(({ personaId }) => personaId === person.personaId);
  const { key, name, phone, username, userId, showsPhone } = person;
  return {
    key,
    name,
    phone: showsPhone ? phone : undefined,
    username,
    userId,
    personaId: person.personaId,
    language: persona?.language,
    typingUntil,
    blocked,
    entries,
  };
}
