import type { MessageContent } from "@/lib/whatsapp/types";
import type { PlannedConversation } from "./plan";

/** Puts the customer's first name, the agent's and the order's number in the places that the dialogue leaves for them. */
export function contentWith(
  content: MessageContent,
  { contact, order }: PlannedConversation,
  agent: string,
): Record<string, unknown> & { type: MessageContent["type"] } {
  const words: Record<string, string> = {
    "{name}": firstOf(contact.name),
    "{agent}": firstOf(agent),
    "{order}": order,
  };
  return fill(content, words) as Record<string, unknown> & { type: MessageContent["type"] };
}

function fill(value: unknown, words: Record<string, string>): unknown {
  if (typeof value === "string") return value.replace(/\{(name|agent|order)\}/g, (found) => words[found] ?? found);
  if (Array.isArray(value)) return value.map((inner) => fill(inner, words));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, words)]));
}

function firstOf(name: string): string {
  return name.split(" ")[0] ?? name;
}
