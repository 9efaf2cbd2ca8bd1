import * as z from "zod";
import { contract } from "@/lib/contract";
import { ConversationSummary } from "@/lib/conversations/schemas";

export const TransferConversation = contract({
  method: "POST",
  path: "/conversations/:conversationId/transfer",
  permission: "conversations.assign",
  summary: "Hand a conversation over to a member or a department, with a note for whoever gets it",
  input: z
    .object({
      conversationId: z.uuid(),
      memberId: z.uuid().optional(),
      departmentId: z.uuid().optional(),
      note: z.string().trim().min(1, "should not be empty").max(10_000).optional(),
      /** Whom the asker saw in charge; when somebody else is by now, the answer is a conflict that names them. */
      expectedAssigneeId: z.uuid().nullable().optional(),
      undoId: z.uuid().optional(),
    })
    .refine(({ memberId, departmentId }) => memberId ?? departmentId, {
      path: ["memberId"],
      message: "should be given, or a departmentId",
    }),
  output: ConversationSummary,
});
