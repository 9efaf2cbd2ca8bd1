import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { readNamedValues } from "@/lib/contacts";
import { actOn, outcomeOf, readConversation } from "@/lib/conversations";
import type { ConversationSummary } from "@/lib/conversations/types";
import { newId } from "@/lib/ids";
import { sendMessage } from "@/lib/messages";
import { writeNote } from "@/lib/notes";
import { nameOfWorkspace } from "@/lib/tenants";
import { fillIn } from "./fill-in";
import { findMacro } from "./find";
import type { RunMacro } from "./schemas";
import { inOrder, type MacroAction, macroUndoSeconds } from "./types";

type Input = z.output<typeof RunMacro.input>;
type Output = z.input<typeof RunMacro.output>;

/**
 * Does what a macro says, conversation by conversation. What is refused ends it for that conversation: without the answer
 * nothing is resolved. What was done before is taken back with the rest.
 */
export async function runMacro(actor: Actor, { macroId, conversationIds, undoId }: Input): Promise<Output> {
  authorize(actor, "conversations.answer");
  const { actions, name } = (await withTenant(actor, (tx) => findMacro(tx, actor, macroId))).macro;
  const workspace = await nameOfWorkspace(actor);
  const results: Output["results"] = [];
  for (const conversationId of new Set(conversationIds)) {
    const made: Made = { messageId: null, noteId: null };
    const outcome = await outcomeOf(conversationId, async () => {
      // Before anything is done: what the asker may not see, no part of it may touch.
      const conversation = await readConversation(actor, { conversationId });
      for (const action of inOrder(actions)) {
        const macro = { id: macroId, name };
        Object.assign(
          made,
          await perform(actor, { action, macro, conversation, undoId, workspaceName: workspace.name }),
        );
      }
    });
    results.push({ ...outcome, ...made });
  }
  return { results };
}

type Made = { messageId: string | null; noteId: string | null };

type Step = {
  action: MacroAction;
  macro: { id: string; name: string };
  conversation: ConversationSummary;
  undoId: string | undefined;
  workspaceName: string;
};

/** Answers with what it wrote: that has a way of its own to be taken back. */
async function perform(actor: Actor, step: Step): Promise<Partial<Made>> {
  const { action, macro, conversation, undoId, workspaceName } = step;
  const { id: conversationId } = conversation;
  if (action.kind === "note") {
    return { noteId: (await writeNote(actor, { conversationId, body: action.text, mentionIds: [] })).id };
  }
  if (action.kind === "reply") {
    const fields = await withTenant(actor, (tx) => readNamedValues(tx, actor, conversation.contact.id));
    const body = fillIn(action.text, { agentName: actor.name, conversation, workspaceName, fields });
    const content = { type: "text", text: { body }, undoSeconds: macroUndoSeconds };
    const input = { conversationId, clientId: newId(), ...content };
    return { messageId: (await sendMessage(actor, input, { origin: { kind: "macro", ...macro } })).id };
  }
  await actOn(actor, { conversationId, act: action, undoId, through: { kind: "macro", ...macro } });
  return {};
}
