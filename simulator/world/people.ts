import { createHash } from "node:crypto";
import { BoundedMap } from "./bounded-map";

/** A customer as one account knows them: user ids hold within an account's portfolio only. */
export type Person = {
  key: string;
  wabaId: string;
  phone?: string | undefined;
  userId: string;
  username?: string | undefined;
  name: string;
  /** Whether webhooks may show the phone: always without a username; with one, once the phone was used. */
  showsPhone: boolean;
  /** Set for those who live in the phone from the start. */
  personaId?: string | undefined;
};

export type PersonFacts = { phone?: string; userId?: string; username?: string; name?: string; personaId?: string };

const countries: [prefix: string, country: string][] = [
  ["971", "AE"],
  ["966", "SA"],
  ["34", "ES"],
  ["44", "GB"],
  ["49", "DE"],
  ["52", "MX"],
  ["54", "AR"],
  ["55", "BR"],
  ["91", "IN"],
  ["20", "EG"],
];

export class People {
  readonly #byUserId: BoundedMap<Person>;
  readonly #byPhone: BoundedMap<Person>;
  #count = 0;

  constructor(capacity: number) {
    this.#byUserId = new BoundedMap(capacity);
    this.#byPhone = new BoundedMap(capacity);
  }

  findByUserId(wabaId: string, userId: string): Person | undefined {
    return this.#byUserId.get(`${wabaId}/${userId}`);
  }

  findByPhone(wabaId: string, phone: string): Person | undefined {
    return this.#byPhone.get(`${wabaId}/${phone}`);
  }

  /** Finds by user id, else by phone, else makes; then takes over what is new. */
  meet(wabaId: string, facts: PersonFacts): Person {
    const person = this.#find(wabaId, facts) ?? this.#make(wabaId, facts);
    if (facts.userId && person.userId !== facts.userId) {
      this.#byUserId.delete(`${wabaId}/${person.userId}`);
      person.userId = facts.userId;
    }
    if (facts.phone) {
      person.phone = facts.phone;
      person.showsPhone = true;
    }
    if (facts.username) person.username = facts.username;
    if (facts.name) person.name = facts.name;
    if (facts.personaId) person.personaId = facts.personaId;
    this.#byUserId.touch(`${wabaId}/${person.userId}`, person);
    if (person.phone) this.#byPhone.touch(`${wabaId}/${person.phone}`, person);
    return person;
  }

  #find(wabaId: string, facts: PersonFacts): Person | undefined {
    const known = facts.userId ? this.findByUserId(wabaId, facts.userId) : undefined;
    if (known) return known;
    const holder = facts.phone ? this.findByPhone(wabaId, facts.phone) : undefined;
    if (!holder) return undefined;
    // A phone that comes with another person's explicit user id has changed hands.
    const derived = holder.userId === deriveUserId(wabaId, facts.phone ?? "");
    return facts.userId && !derived ? undefined : holder;
  }

  #make(wabaId: string, facts: PersonFacts): Person {
    this.#count += 1;
    const userId = facts.userId ?? deriveUserId(wabaId, facts.phone ?? facts.personaId ?? String(this.#count));
    const name = facts.name ?? facts.username ?? (facts.phone ? `+${facts.phone}` : "Customer");
    return { key: `p${this.#count}`, wabaId, userId, name, showsPhone: false, personaId: facts.personaId };
  }
}

/** The user id which a portfolio sees for a customer: stable, and another one in each portfolio. */
export function deriveUserId(wabaId: string, seed: string): string {
  const country = countries.find(([prefix]) => seed.startsWith(prefix))?.[1] ?? "US";
  const digest = createHash("sha256").update(`${wabaId}/${seed}`).digest();
  const digits = BigInt(`0x${digest.toString("hex", 0, 12)}`)
    .toString()
    .padStart(20, "7")
    .slice(0, 20);
  return `${country}.${digits}`;
}
