/** What a department promises its customers: how soon somebody answers, and how soon their matter is settled. */
export { measureServiceLevels, startFollowing } from "./follow";
export { chooseServiceLevelPolicy, readDepartmentServiceLevel } from "./policies/choose";
export { createServiceLevelPolicy } from "./policies/create";
export { deleteServiceLevelPolicy } from "./policies/delete";
export { editServiceLevelPolicy } from "./policies/edit";
export { listServiceLevelPolicies } from "./policies/list";
export { startLookingAtWindows, startMarkingDue } from "./queue/start";
