/** Plain types of notifications; components read them too. */
import type { NoticeKind } from "@/lib/preferences/types";

/** What happened that a member is told of. */
export type NoticeCause =
  | "queued"
  | "message"
  | "assigned"
  | "offered"
  | "reminder"
  | "mentioned"
  | "failed"
  | "unconfirmed"
  | "channelStopped"
  | "atRisk"
  | "missed"
  | "ruleStopped";

/** Names what to look at and says nothing of what is in it. */
export type Notice = {
  kind: NoticeKind;
  cause: NoticeCause;
  conversationId: string | null;
  /** Its place in the event log: of several tabs, one tells of it. */
  cursor: string;
};
