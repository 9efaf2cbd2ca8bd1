import { and, eq } from "drizzle-orm";
import { departments } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { InvalidError } from "@/lib/errors";
import type { ConversationRow } from "./find";

export type Closing = { reason?: string | undefined; note?: string | undefined };

/** What a department asks for before one of its conversations is resolved. @throws {InvalidError} saying what is missing */
export async function refuseUnexplained(
  tx: Transaction,
  row: ConversationRow,
  { reason, note }: Closing,
): Promise<void> {
  if (row.departmentId === null) return;
  const [department] = await tx
    .select({ reasons: departments.closingReasons, asksNote: departments.asksClosingNote })
    .from(departments)
    .where(and(eq(departments.tenantId, row.tenantId), eq(departments.id, row.departmentId)));
  const { reasons = [], asksNote = false } = department ?? {};
  const needsReason = reasons.length > 0 && !reasons.includes(reason ?? "");
  const needsNote = asksNote && !note;
  if (!needsReason && !needsNote) return;
  throw new InvalidError(needsReason ? "This department asks for a reason." : "This department asks for a note.", {
    code: needsReason ? "closing_reason_needed" : "closing_note_needed",
    details: { reasons, asksNote },
    fields: [
      ...(needsReason ? [{ path: "reason", message: "should be one of the department's reasons" }] : []),
      ...(needsNote ? [{ path: "note", message: "should say how it ended" }] : []),
    ],
    nextStep: "Say how the conversation ended.",
  });
}
