/** A conversation as ingest changes it; times in milliseconds. */
export type Thread = {
  id: string;
  contactId: string;
  departmentId: string | null;
  assigneeId: string | null;
  state: string;
  owner: "us" | "other";
  /** The role of another responder, where it is known. */
  responder: string | null;
  openedAtMs: number;
  resolvedAtMs: number | null;
  isSpam: boolean;
  waitingSinceMs: number | null;
  unreadCount: number;
  lastActivityMs: number;
  last: { id: string; atMs: number; direction: "in" | "out" } | null;
  /** Of the assignee, for whom a reopened conversation would be. */
  assigneeIsOnline: boolean;
  /** Whether its department's conversations are given out by the software, which knows who has room. */
  isRouted: boolean;
};

/** What a thread needs to know of something that comes into it. */
export type ThreadEntry = {
  id: string;
  atMs: number;
  direction: "in" | "out";
  author: "contact" | "responder" | "phone_app" | "system";
  wish: "answer" | "note";
  /** A copy: another responder owns the thread. */
  standby: boolean;
};
