/** Plain types of search; components read them too. */
import type { ConversationState } from "@/lib/conversations/types";
import type { MessageAuthor } from "@/lib/messages/types";
import type { Gist } from "@/lib/whatsapp/types";

export { operatorNames } from "./other-words";

/** What can be written before a colon. */
export const searchOperators = ["from", "has", "before", "after", "label", "in", "assignee"] as const;
export type SearchOperator = (typeof searchOperators)[number];

export const searchKinds = ["contacts", "notes", "messages"] as const;
export type SearchKind = (typeof searchKinds)[number];

/** What `has:` knows, and the types of messages that it stands for. */
export const hasTypes: Record<string, readonly string[]> = {
  image: ["image"],
  photo: ["image"],
  video: ["video"],
  audio: ["audio"],
  voice: ["audio"],
  file: ["document"],
  document: ["document"],
  media: ["image", "video", "audio", "document", "sticker"],
  sticker: ["sticker"],
  location: ["location"],
  contact: ["contacts"],
  template: ["template"],
  order: ["order"],
  link: [],
};

/** What somebody typed into the search field. */
export type ParsedQuery = {
  words: string;
  /** What stood between quotation marks: its words are looked for as they are, not as beginnings. */
  exact: string[];
  operators: { operator: SearchOperator; value: string }[];
};

/** A part of a text, cut out for a list; `marks` are the places in it that were found, as start and end. */
export type Snippet = { text: string; marks: [number, number][] };

export type FoundConversation = {
  id: string;
  state: ConversationState;
  department: { id: string; name: string } | null;
};

export type FoundMessage = {
  id: string;
  conversation: FoundConversation;
  contact: { id: string; name: string };
  direction: "in" | "out";
  author: { kind: MessageAuthor; name: string | null };
  type: string;
  at: string;
  snippet: Snippet;
  gist: Gist | null;
};

export type FoundNote = {
  id: string;
  conversation: FoundConversation;
  contact: { id: string; name: string };
  author: string | null;
  at: string;
  snippet: Snippet;
};

export type FoundContact = {
  id: string;
  name: Snippet;
  phone: Snippet | null;
  username: string | null;
  /** The latest one that the asker may see. */
  conversation: FoundConversation | null;
};

/** An operator whose value names nothing here, such as a label that there is not. */
export type NotUnderstood = { operator: SearchOperator; value: string };
