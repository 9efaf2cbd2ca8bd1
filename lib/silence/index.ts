/** A conversation in which we have the last word and the customer is silent comes to an end by itself. */
export { startListeningForSilence } from "./follow";
export { startClosingSilent } from "./queue/start";
export { readDepartmentSilence } from "./settings/read";
export { setDepartmentSilence } from "./settings/set";
