import type { UnfitReason } from "@/lib/routing/types";
import type { Agent, Desk, Queued } from "./state";

type Asked = Pick<Queued, "skillIds" | "language">;

/** Why an agent of the department cannot have a conversation now; null: they can. The most lasting reason comes first. */
export function unfitFor(agent: Agent, asked: Asked, desk: Desk, weightPercent: number): UnfitReason | null {
  if (!agent.isOnline) return "unavailable";
  return unableTo(agent, asked, desk) ?? withoutRoom(agent, weightPercent);
}

/** What no free hour changes. */
export function unableTo(agent: Agent, asked: Asked, desk: Desk): "lacksSkill" | "lacksLanguage" | null {
  const needed = [...desk.skillIds, ...asked.skillIds];
  if (!needed.every((skillId) => agent.skillIds.includes(skillId))) return "lacksSkill";
  return understands(agent, asked, desk) ? null : "lacksLanguage";
}

function withoutRoom(agent: Agent, weightPercent: number) {
  if (agent.hasOffer) return "hasOffer";
  return hasRoomFor(agent, weightPercent) && !agent.isAwaited ? null : "full";
}

export function hasRoomFor({ loadPercent, capacityPercent }: Agent, weightPercent: number): boolean {
  return loadPercent + weightPercent <= capacityPercent;
}

/** A language counts only where the department answers in it, and only for who says in which they do. */
function understands({ languages }: Agent, { language }: Asked, desk: Desk): boolean {
  if (language === null || languages.length === 0) return true;
  return !desk.languages.some((each) => covers(each, language)) || languages.some((each) => covers(each, language));
}

/** `pt` covers `pt-BR`, and the other way round: who writes Portuguese is understood. */
function covers(one: string, other: string): boolean {
  const [here, there] = [one.toLowerCase(), other.toLowerCase().replace("_", "-")];
  return here === there || here === there.split("-")[0] || there === here.split("-")[0];
}
