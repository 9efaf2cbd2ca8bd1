import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
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
    let messageId: string | null = null;
    const outcome = await outcomeOf(conversationId, async () => {
      // Before anything is done: what the asker may not see, no part of it may touch.
      const conversation = await readConversation(actor, { conversationId });
      for (const action of inOrder(actions)) {
        const macro = { id: macroId, name };
        const sent = await perform(actor, { action, macro, conversation, undoId, workspaceName: workspace.name });
        messageId ??= sent;
      }
    });
    results.push({ ...outcome, messageId });
  }
  return { results };
}

type Step = {
  action: MacroAction;
  macro: { id: string; name: string };
  conversation: ConversationSummary;
  undoId: string | undefined;
  workspaceName: string;
};

/** Answers with the message that went out, if this was it. */
async function perform(actor: Actor, step: Step): Promise<string | null> {
  const { action, macro, conversation, undoId, workspaceName } = step;
  const { id: conversationId } = conversation;
  if (action.kind === "note") {
    await writeNote(actor, { conversationId, body: action.text, mentionIds: [] });
    return null;
  }
  if (action.kind === "reply") {
    const body = fillIn(action.text, { agentName: actor.name, conversation, workspaceName });
    const content = { type: "text", text: { body }, undoSeconds: macroUndoSeconds };
    const input = { conversationId, clientId: newId(), ...content };
    return (await sendMessage(actor, input, { origin: { kind: "macro", ...macro } })).id;
  }
  await actOn(actor, { conversationId, act: action, undoId, through: { kind: "macro", ...macro } });
  return null;
}
