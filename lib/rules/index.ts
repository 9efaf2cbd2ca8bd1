/** A rule does something by itself: when an event comes, if its conditions hold. Each run keeps what it saw and did. */
export { createRule } from "./create";
export { deleteRule } from "./delete";
export { dryRunRule } from "./dry-run";
export { editRule } from "./edit";
export { listRules, readRule } from "./list";
export { moveRule } from "./move";
export { startRuleQueue } from "./queue/start";
export { replaceRuleSecret } from "./replace-secret";
export { listRuleRuns } from "./runs/list";
export { readConversationRuleRun, readRuleRun } from "./runs/read";
export { startRules } from "./runs/start";
export { countStoppedRules, seeRuleStop } from "./stops";
