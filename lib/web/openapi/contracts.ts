import * as auth from "@/lib/auth/schemas";
import * as availability from "@/lib/availability/schemas";
import * as channels from "@/lib/channels/schemas";
import * as consent from "@/lib/consent/schemas";
import * as contacts from "@/lib/contacts/schemas";
import type { Contract } from "@/lib/contract";
import * as conversations from "@/lib/conversations/schemas";
import * as departments from "@/lib/departments/schemas";
import * as drafts from "@/lib/drafts/schemas";
import * as events from "@/lib/events/schemas";
import * as greetings from "@/lib/greetings/schemas";
import * as histories from "@/lib/histories/schemas";
import * as hours from "@/lib/hours/schemas";
import * as inbound from "@/lib/inbound/schemas";
import * as labels from "@/lib/labels/schemas";
import * as macros from "@/lib/macros/schemas";
import * as media from "@/lib/media/schemas";
import * as members from "@/lib/members/schemas";
import * as messages from "@/lib/messages/schemas";
import * as notes from "@/lib/notes/schemas";
import * as notifications from "@/lib/notifications/schemas";
import * as preferences from "@/lib/preferences/schemas";
import * as queues from "@/lib/queues/schemas";
import * as quickReplies from "@/lib/quick-replies/schemas";
import * as reminders from "@/lib/reminders/schemas";
import * as routing from "@/lib/routing/schemas";
import * as rules from "@/lib/rules/schemas";
import * as satisfaction from "@/lib/satisfaction/schemas";
import * as search from "@/lib/search/schemas";
import * as serviceLevels from "@/lib/service-levels/schemas";
import * as silence from "@/lib/silence/schemas";
import * as templates from "@/lib/templates/schemas";
import * as threads from "@/lib/threads/schemas";
import * as transfers from "@/lib/transfers/schemas";
import * as views from "@/lib/views/schemas";

/** Every domain with contracts, in the order of the document. */
const domains = {
  conversations,
  threads,
  messages,
  media,
  notes,
  transfers,
  macros,
  reminders,
  queues,
  rules,
  search,
  views,
  labels,
  templates,
  drafts,
  "quick-replies": quickReplies,
  contacts,
  histories,
  consent,
  channels,
  departments,
  hours,
  greetings,
  routing,
  "service-levels": serviceLevels,
  silence,
  satisfaction,
  members,
  availability,
  events,
  inbound,
  auth,
  preferences,
  notifications,
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
