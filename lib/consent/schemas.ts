import * as z from "zod";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";
import { consentPurposes, consentStates, toldSources } from "./types";

const time = z.iso.datetime({ offset: true });
const contactId = z.uuid();

export const ConsentEntry = z.object({
  id: z.uuid(),
  purpose: z.enum(consentPurposes),
  state: z.enum(consentStates),
  source: z.string(),
  /** When the customer said so; entries count in this order. */
  at: time,
  /** When it was written down. */
  recordedAt: time,
  /** The newest of its purpose: it is what holds now. */
  isPresent: z.boolean(),
  actor: z.object({ kind: z.string(), name: z.string().nullable() }),
  channel: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  evidence: z.object({
    text: z.string().nullable(),
    link: z.string().nullable(),
    wamid: z.string().nullable(),
    word: z.string().nullable(),
    detail: z.string().nullable(),
  }),
});

export const ListConsents = contract({
  method: "GET",
  path: "/contacts/:contactId/consents",
  permission: "contacts.read",
  summary: "List a contact's consents with their proof, the newest first; the newest of each purpose holds",
  input: PageInput.extend({ contactId }),
  output: pageOf(ConsentEntry),
});

const told = z.object({
  contactId,
  purpose: z.enum(consentPurposes),
  source: z.enum(toldSources),
  link: z
    .url({ protocol: /^https?$/, error: "should begin with https://" })
    .max(2_000)
    .optional(),
  at: time.optional(),
});
const text = z.string().trim().max(1_000);

export const RecordConsent = contract({
  method: "POST",
  path: "/contacts/:contactId/consents",
  permission: "consents.record",
  summary:
    "Record that a contact consented, with its proof and its time: now if none is given, which an opt-out forbids",
  input: told.extend({ evidence: text.min(1, "should say what proves it") }),
  output: ConsentEntry,
});

export const WithdrawConsent = contract({
  method: "POST",
  path: "/contacts/:contactId/consents/withdraw",
  permission: "consents.record",
  summary: "Record that a contact withdrew consent; what needs it does not leave from then on",
  input: told.extend({ evidence: text.optional() }),
  output: ConsentEntry,
});

const words = z.array(z.string().trim().min(1).max(60)).max(50);

const ConsentWords = z.object({
  language: z.string().regex(/^[a-z]{2}$/, "should look like en"),
  stopWords: words,
  startWords: words,
  stopText: z.string().trim().max(1_000),
  startText: z.string().trim().max(1_000),
});

/** `isOwn`: false while the workspace has the built-in words. */
const ConsentWordList = z.object({ languages: z.array(ConsentWords), isOwn: z.boolean() });

export const ReadConsentWords = contract({
  method: "GET",
  path: "/consent-words",
  permission: "contacts.read",
  summary: "Read the words by which customers end and restore marketing, and what is answered",
  input: z.object({}),
  output: ConsentWordList,
});

export const SaveConsentWords = contract({
  method: "PUT",
  path: "/consent-words",
  permission: "workspace.manage",
  summary: "Replace the words and answers of all languages; an empty answer sends nothing",
  input: z.object({ languages: z.array(ConsentWords).min(1).max(30) }),
  output: ConsentWordList,
});

export const ResetConsentWords = contract({
  method: "DELETE",
  path: "/consent-words",
  permission: "workspace.manage",
  summary: "Go back to the built-in words and answers",
  input: z.object({}),
  output: ConsentWordList,
});
