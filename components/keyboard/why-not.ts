import { type ActionId, actions } from "./actions";
import { handlerOf, refusalOf } from "./registry";

/** Why an action cannot be done at this moment. */
export const whyNots = [
  "notInList",
  "noConversation",
  "cannotWrite",
  "notHere",
  "notNow",
  "mayNot",
  "isResolved",
  "isNotResolved",
  "isAwake",
  "isSpam",
  "isNoSpam",
  "nothingWritten",
  "noFilter",
  "onContactPage",
] as const;
export type WhyNot = (typeof whyNots)[number];

/** What the part of the page says that would do it; else what is missing on the page. */
export function whyNotOf(id: ActionId): WhyNot {
  const { group } = actions.find((action) => action.id === id) ?? { group: "me" };
  const said = refusalOf(id);
  if (said) return said;
  if (group === "list") return "notInList";
  if (group !== "conversation" && group !== "message" && group !== "writing") return "notHere";
  if (!handlerOf("panel")) return "noConversation";
  return group === "writing" ? "cannotWrite" : "notNow";
}
