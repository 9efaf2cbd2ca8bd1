/** How satisfied customers are: asked once after a conversation ended, answered by a tap, and a comment after it. */
export { awaitedSurveys, recordAnswers, type SurveyAnswered } from "./answers";
export { startSurveying } from "./follow";
export { listSurveys } from "./list";
export { readPayload } from "./payload";
export { startAsking } from "./queue/start";
export { type Awaited, hearAnswer } from "./rules/hear-answer";
export { readDepartmentSurvey } from "./settings/read";
export { setDepartmentSurvey } from "./settings/set";
