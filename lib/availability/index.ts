/** Whether a member may be given work: a state with history, since routing and reports stand on it. */
export { setAvailability } from "./set";
