/** Plain types of satisfaction; components read them too. */

/** How a customer was asked: native buttons inside the service window, a template after it. */
export const surveyWays = ["buttons", "template"] as const;
export type SurveyWay = (typeof surveyWays)[number];
