import type { GreetingKind, GreetingTime } from "@/lib/greetings/types";

/** Where and when a greeting holds; what is null narrows nothing. */
export type Narrowing = {
  kind: GreetingKind;
  language: string | null;
  channelId: string | null;
  departmentId: string | null;
  during: GreetingTime;
};

export type Occasion = { language: string | null; channelId: string; departmentId: string | null; isOpen: boolean };

/**
 * The one that says most exactly that it is meant: by language first, then number, department and time. Of two that say
 * the same, the first given.
 */
export function chooseGreeting<Each extends Narrowing>(
  active: readonly Each[],
  kind: GreetingKind,
  occasion: Occasion,
): Each | null {
  let best: { greeting: Each; score: number } | null = null;
  for (const greeting of active) {
    if (greeting.kind !== kind || !fits(greeting, occasion)) continue;
    const score = scoreOf(greeting, occasion);
    if (!best || score > best.score) best = { greeting, score };
  }
  return best?.greeting ?? null;
}

function fits({ language, channelId, departmentId, during }: Narrowing, occasion: Occasion): boolean {
  return (
    (language === null || speaks(occasion.language, language)) &&
    (channelId === null || channelId === occasion.channelId) &&
    (departmentId === null || departmentId === occasion.departmentId) &&
    (during === "always" || (during === "open") === occasion.isOpen)
  );
}

/** `es` is also for whoever speaks `es-MX`, and not the other way round. */
function speaks(spoken: string | null, wanted: string): boolean {
  const [one, other] = [spoken?.toLowerCase() ?? "", wanted.toLowerCase()];
  return one === other || one.startsWith(`${other}-`);
}

function scoreOf({ language, channelId, departmentId, during }: Narrowing, occasion: Occasion): number {
  const byLanguage = language === null ? 0 : language.toLowerCase() === occasion.language?.toLowerCase() ? 2 : 1;
  return byLanguage * 8 + (channelId ? 4 : 0) + (departmentId ? 2 : 0) + (during === "always" ? 0 : 1);
}
