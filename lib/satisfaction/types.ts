/** Plain types of satisfaction; components read them too. */

/** How a customer was asked: native buttons inside the service window, a template after it. */
export const surveyWays = ["buttons", "template"] as const;
export type SurveyWay = (typeof surveyWays)[number];

/** What a department asks of a customer whose conversation was resolved. */
export type SurveySettings = {
  isActive: boolean;
  question: string;
  /** What can be tapped, the best first. */
  choices: string[];
  /** Asked after the score; null: nothing more is asked. */
  commentQuestion: string | null;
  thanks: string;
  /** Outside the service window; null: then nobody is asked. */
  templateId: string | null;
  /** What its variables are filled with, by their place, such as `body.1`: texts as of quick replies. */
  templateValues: Record<string, string>;
  /** How long after the conversation was resolved. */
  afterMinutes: number;
};

/** Nobody is asked twice within so many days, however often they come. */
export const askAgainAfterDays = 7;

/** Why customers of a department were not asked, and how many in a month. */
export type NotAsked = { reason: string; count: number };

export { type Asking, askingOf } from "./rules/asking-of";
export { type SuggestedValues, suggestValues } from "./rules/suggest-values";

/** An answered survey. */
export type SurveyAnswer = {
  id: string;
  conversationId: string;
  contact: { id: string; name: string };
  department: { id: string; name: string } | null;
  /** Who was in charge when the conversation was resolved. */
  member: { id: string; name: string } | null;
  /** 1 to 5, 5 being best. */
  score: number;
  comment: string | null;
  answeredAt: string;
};
