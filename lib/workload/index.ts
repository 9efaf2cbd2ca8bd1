/** Workload is how much somebody has of how much they can take; what counts as how much is the workspace's to say. */
export { heldBy } from "./held";
export { loadOf, OFFER_PERCENT } from "./load";
export { workloadOf } from "./read";
