/** Plain types of drafts; components read them too. */

/** Far more than can be sent: what was pasted by mistake is not lost either. */
export const longestDraft = 65_536;

/** `quotedMessageId`: what the answer will quote, a message of the conversation. */
export type Draft = { conversationId: string; text: string; quotedMessageId: string | null; editedAt: string };
