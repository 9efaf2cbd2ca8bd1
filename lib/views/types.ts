/** Plain types of saved views; components read them too. */
import type { ConversationFilter } from "@/lib/conversations/types";

export type SavedView = {
  id: string;
  name: string;
  /** Everybody's, or the member's own. */
  isShared: boolean;
  filter: ConversationFilter;
};

/** So many a member can see of their own, and a workspace can share: each is counted again and again. */
export const mostViews = 30;
