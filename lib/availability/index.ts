/** Whether a member may be given work: a state with history, since routing and reports stand on it. */
export { LOST_AFTER_MS, markConnected, sendDisconnected } from "./away/connections";
export { sendAway } from "./away/send-away";
export { startAwayWatch } from "./away/start";
export { markActive } from "./mark-active";
export { setAvailability } from "./set";
