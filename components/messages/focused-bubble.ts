import type { Message } from "@/lib/messages/types";

const PREFIX = "message-";

/** The message in whose bubble the keyboard is. */
export function focusedIn(messages: readonly Message[]): Message | undefined {
  const bubble = document.activeElement?.closest(`[id^="${PREFIX}"]`);
  return messages.find(({ id }) => bubble?.id === PREFIX + id);
}

/** Presses what a bubble offers: of the one in which the keyboard is, else of the latest that offers it. */
export function pressInBubble(what: "react" | "forward"): void {
  const offers = (within: ParentNode) => [...within.querySelectorAll<HTMLElement>(`[data-offers="${what}"]`)];
  const bubble = document.activeElement?.closest(`[id^="${PREFIX}"]`);
  const [own] = bubble ? offers(bubble) : [];
  (own ?? offers(document).at(-1))?.click();
}
