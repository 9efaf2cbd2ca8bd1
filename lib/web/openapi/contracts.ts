import * as auth from "@/lib/auth/schemas";
import * as availability from "@/lib/availability/schemas";
import * as channels from "@/lib/channels/schemas";
import * as contacts from "@/lib/contacts/schemas";
import type { Contract } from "@/lib/contract";
import * as conversations from "@/lib/conversations/schemas";
import * as departments from "@/lib/departments/schemas";
import * as events from "@/lib/events/schemas";
import * as inbound from "@/lib/inbound/schemas";
import * as members from "@/lib/members/schemas";
import * as messages from "@/lib/messages/schemas";

/** Every domain with contracts, in the order of the document. */
const domains = {
  conversations,
  messages,
  contacts,
  channels,
  departments,
  members,
  availability,
  events,
  inbound,
  auth,
};

export type NamedContract = { name: string; domain: string; contract: Contract };

/** All contracts of the API, each with the name it is exported by. */
export const namedContracts: NamedContract[] = Object.entries(domains).flatMap(([domain, exported]) =>
  Object.entries(exported).flatMap(([name, value]) => (isContract(value) ? [{ name, domain, contract: value }] : [])),
);

/** Schemas with a name of their own: the nouns that answers are made of. */
export const namedSchemas = Object.values(domains).flatMap((exported) =>
  Object.entries(exported).flatMap(([name, value]) =>
    isContract(value) || !isSchema(value) ? [] : [{ name, schema: value }],
  ),
);

function isContract(value: unknown): value is Contract {
  return typeof value === "object" && value !== null && "method" in value && "path" in value && "output" in value;
}

function isSchema(value: unknown): value is Contract["output"] {
  return typeof value === "object" && value !== null && "_zod" in value;
}
