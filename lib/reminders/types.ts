/** Plain types of reminders; components read them too. */

export type Reminder = { id: string; conversationId: string; body: string; dueAt: string };
