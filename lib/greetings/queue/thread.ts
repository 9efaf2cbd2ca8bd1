import { and, asc, desc, eq, notInArray, sql } from "drizzle-orm";
import { channels, contacts, conversations, departments, greetings, messages } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";

/** A conversation as a greeting sees it, locked: of two that would greet in it, one comes after the other. */
export async function lockThread(tx: Transaction, { tenantId }: Actor, conversationId: string) {
  const [thread] = await tx
    .select({
      id: conversations.id,
      channelId: conversations.channelId,
      departmentId: conversations.departmentId,
      state: conversations.state,
      waitingSince: conversations.waitingSince,
      queuedSince: conversations.queuedSince,
      spoken: contacts.language,
      departmentLanguages: departments.languages,
      name: contacts.name,
      profileName: contacts.profileName,
      channelName: channels.name,
      departmentName: departments.name,
    })
    .from(conversations)
    .innerJoin(contacts, and(eq(contacts.tenantId, conversations.tenantId), eq(contacts.id, conversations.contactId)))
    .innerJoin(channels, and(eq(channels.tenantId, conversations.tenantId), eq(channels.id, conversations.channelId)))
    .leftJoin(
      departments,
      and(eq(departments.tenantId, conversations.tenantId), eq(departments.id, conversations.departmentId)),
    )
    .where(and(eq(conversations.tenantId, tenantId), eq(conversations.id, conversationId)))
    .for("update", { of: conversations });
  if (!thread) return null;
  const { spoken, departmentLanguages, ...known } = thread;
  // WhatsApp tells no language, and a number's country has more than one.
  return { ...known, language: spoken ?? departmentLanguages?.[0] ?? null };
}

export type GreetedThread = NonNullable<Awaited<ReturnType<typeof lockThread>>>;

/**
 * Whether the customer has had the last word. What rules and the like said by themselves is neither a greeting nor an
 * answer: it silences none, whichever of the two was quicker.
 */
export async function hasLastWord(tx: Transaction, { tenantId }: Actor, conversationId: string): Promise<boolean> {
  const [last] = await tx
    .select({ direction: messages.direction })
    .from(messages)
    .where(
      and(
        eq(messages.tenantId, tenantId),
        eq(messages.conversationId, conversationId),
        notInArray(messages.status, ["scheduled", "cancelled"]),
        sql`(${messages.author} <> 'system' or ${messages.origin}->>'by' = 'greeting')`,
      ),
    )
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(1);
  return last?.direction !== "out";
}

/** The workspace's active greetings, the oldest first. */
export function activeGreetings(tx: Transaction, { tenantId }: Pick<Actor, "tenantId">) {
  return tx
    .select()
    .from(greetings)
    .where(and(eq(greetings.tenantId, tenantId), eq(greetings.isActive, true)))
    .orderBy(asc(greetings.createdAt), asc(greetings.id));
}

export type ActiveGreeting = Awaited<ReturnType<typeof activeGreetings>>[number];
