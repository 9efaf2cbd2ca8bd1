/** How much of each a thread begins with. */
export const firstPages = { messages: 50, notes: 50, timeline: 100 };
