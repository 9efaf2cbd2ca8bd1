import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call, type Output } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListContactMerges, ListContacts, ReadContact } from "@/lib/contacts/schemas";
import type {
  ListContactLinks,
  ListContactMedia,
  ListContactNotes,
  ListContactTimeline,
} from "@/lib/histories/schemas";
import type { ContactFilter } from "./filter";

type ContactPage = Output<typeof ListContacts>;
export type ContactMerge = Output<typeof ListContactMerges>["items"][number];
export type HistoryEntry = Output<typeof ListContactTimeline>["items"][number];
export type ContactMedium = Output<typeof ListContactMedia>["items"][number];
export type ContactLink = Output<typeof ListContactLinks>["items"][number];

const start = undefined as string | undefined;
const next = (page: { nextCursor: string | null }) => page.nextCursor ?? undefined;
/** Nothing tells an open tab of a file that came: it is read again when it is opened. */
const FRESH_FOR_MS = 10_000;

export const contactQuery = (contactId: string) =>
  queryOptions({
    queryKey: keys.contact(contactId),
    queryFn: ({ signal }) => call<typeof ReadContact>("GET /contacts/:contactId", { contactId }, { signal }),
  });

export const contactListQuery = (filter: ContactFilter) =>
  infiniteQueryOptions({
    queryKey: keys.contactList(filter),
    queryFn: ({ pageParam, signal }) =>
      call<typeof ListContacts>("GET /contacts", { ...filter, cursor: pageParam, limit: 50 }, { signal }),
    initialPageParam: start,
    getNextPageParam: (page: ContactPage) => next(page),
    placeholderData: keepPreviousData,
  });

export const mergesQuery = (contactId: string) =>
  queryOptions({
    queryKey: keys.merges(contactId),
    queryFn: async ({ signal }) =>
      (await call<typeof ListContactMerges>("GET /contacts/:contactId/merges", { contactId }, { signal })).items,
  });

export const historyQuery = (contactId: string) =>
  infiniteQueryOptions({
    queryKey: keys.history(contactId),
    queryFn: ({ pageParam: cursor, signal }) =>
      call<typeof ListContactTimeline>(
        "GET /contacts/:contactId/timeline",
        { contactId, cursor, limit: 50 },
        { signal },
      ),
    initialPageParam: start,
    getNextPageParam: next,
    staleTime: FRESH_FOR_MS,
  });

export const notesOfContactQuery = (contactId: string) =>
  infiniteQueryOptions({
    queryKey: keys.notesOfContact(contactId),
    queryFn: ({ pageParam: cursor, signal }) =>
      call<typeof ListContactNotes>("GET /contacts/:contactId/notes", { contactId, cursor, limit: 20 }, { signal }),
    initialPageParam: start,
    getNextPageParam: next,
    staleTime: FRESH_FOR_MS,
  });

export const mediaOfContactQuery = (contactId: string) =>
  infiniteQueryOptions({
    queryKey: keys.mediaOfContact(contactId),
    queryFn: ({ pageParam: cursor, signal }) =>
      call<typeof ListContactMedia>("GET /contacts/:contactId/media", { contactId, cursor, limit: 60 }, { signal }),
    initialPageParam: start,
    getNextPageParam: next,
    staleTime: FRESH_FOR_MS,
  });

export const linksOfContactQuery = (contactId: string) =>
  infiniteQueryOptions({
    queryKey: keys.linksOfContact(contactId),
    queryFn: ({ pageParam: cursor, signal }) =>
      call<typeof ListContactLinks>("GET /contacts/:contactId/links", { contactId, cursor, limit: 60 }, { signal }),
    initialPageParam: start,
    getNextPageParam: next,
    staleTime: FRESH_FOR_MS,
  });
