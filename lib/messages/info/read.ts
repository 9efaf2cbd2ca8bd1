import { and, asc, eq } from "drizzle-orm";
import type * as z from "zod";
import { messageStatusReports, messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { NotFoundError } from "@/lib/errors";
import { assembleMessages, selectMessages } from "@/lib/messages/assemble";
import type { ReadMessageInfo } from "@/lib/messages/schemas";
import type { StatusStep } from "@/lib/messages/types";
import { whyOf } from "./why";

type Input = { conversationId: string; messageId: string };
type Info = z.output<typeof ReadMessageInfo.output>;
type Row = typeof messages.$inferSelect;

/** Everything that is known of how a message fared, what Meta counts it as, and why it left or did not. */
export async function readMessageInfo(actor: Actor, { conversationId, messageId }: Input): Promise<Info> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) => {
    await findConversation(tx, actor, conversationId);
    const rows = await selectMessages(tx).where(
      and(
        eq(messages.tenantId, actor.tenantId),
        eq(messages.conversationId, conversationId),
        eq(messages.id, messageId),
      ),
    );
    const [message] = await assembleMessages(tx, actor.tenantId, rows);
    const row = rows[0]?.message;
    if (!message || !row) throw new NotFoundError("message");
    return {
      message,
      statuses: await stepsOf(tx, row),
      billing: billingOf(row.pricing),
      why: await whyOf(tx, actor, row),
    };
  });
}

/** Meta's reports as they came, and what only we know: that it took the message, or that it never got there. */
async function stepsOf(tx: Transaction, row: Row): Promise<StatusStep[]> {
  const reported = await tx
    .select({ status: messageStatusReports.status, at: messageStatusReports.at, errors: messageStatusReports.errors })
    .from(messageStatusReports)
    .where(and(eq(messageStatusReports.tenantId, row.tenantId), eq(messageStatusReports.messageId, row.id)))
    .orderBy(asc(messageStatusReports.at));
  const steps = reported.map(({ status, at, errors }) => ({ status, at, code: codeOf(errors) }));
  const isKnown = (status: string) => steps.some((step) => step.status === status);
  if (row.acceptedAt && !isKnown("accepted")) steps.push({ status: "accepted", at: row.acceptedAt, code: null });
  if (row.failedAt && !isKnown("failed")) steps.push({ status: "failed", at: row.failedAt, code: row.errorCode });
  return steps
    .sort((one, other) => one.at.getTime() - other.at.getTime() || rank(one) - rank(other))
    .map((step) => ({ ...step, at: step.at.toISOString() }));
}

const order = ["accepted", "sent", "delivered", "read", "played", "failed"];

/** Meta's times are whole seconds: what falls together stands in the order in which it must have happened. */
function rank({ status }: { status: string }): number {
  return order.indexOf(status);
}

function codeOf(errors: Record<string, unknown>[] | null): number | null {
  const code = errors?.[0]?.code;
  return typeof code === "number" ? code : null;
}

function billingOf(pricing: Record<string, unknown> | null): Info["billing"] {
  if (!pricing) return null;
  const { category, type, pricing_model: model, billable } = pricing;
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return {
    category: text(category),
    type: text(type),
    model: text(model),
    isBillable: typeof billable === "boolean" ? billable : null,
  };
}
