/** Plain types of notes; components read them too. */

export const noteAuthors = ["member", "api", "system"] as const;
export type NoteAuthor = (typeof noteAuthors)[number];

export type Note = {
  id: string;
  conversationId: string;
  author: { kind: NoteAuthor; id: string | null; name: string | null };
  body: string;
  /** Whom it calls; `name` is what stands behind the @ in the words. */
  mentions: { id: string; name: string }[];
  clientId: string | null;
  at: string;
  editedAt: string | null;
};
