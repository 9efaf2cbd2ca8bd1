/** Plain types of drafts; components read them too. */

/** Far more than can be sent: what was pasted by mistake is not lost either. */
export const longestDraft = 65_536;

export type Draft = { conversationId: string; text: string; editedAt: string };
