/** Routing gives the next free agent the one who has waited longest, and keeps why. */

export { readConversationSkills } from "./conversation-skills/read";
export { setConversationSkills } from "./conversation-skills/set";
export { listRoutingDecisions } from "./decisions/list";
export { readRoutingDecision } from "./decisions/read";
export { editDepartmentRouting } from "./desks/edit";
export { readDepartmentRouting } from "./desks/read";
export { expectedWait } from "./expected-wait";
export { acceptOffer } from "./offers/accept";
export { declineOffer } from "./offers/decline";
export { readMyOffer } from "./offers/read-mine";
export { nextInLine, queuedSince, raisedBy } from "./order-sql";
export { startRouting } from "./queue/start";
export { placeInQueue } from "./queue-place";
export { createSkill } from "./skills/create";
export { deleteSkill } from "./skills/delete";
export { editSkill } from "./skills/edit";
export { listSkills } from "./skills/list";
export { takeNext } from "./take-next";
export { unfitToTake } from "./unfit-to-take";
export { explainWaiting } from "./waiting/explain";
export { listPendingOverflows } from "./waiting/list-overflows";
export { waitsInQueue } from "./waits-in-queue";
export { editWorkload } from "./workload/edit";
export { readWorkload } from "./workload/read";
