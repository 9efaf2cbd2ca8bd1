/** How often something may be tried: attempts by key in the database, so that a limit holds across processes. */
export { clearLimit, consume, consumeWithin, dropSpentLimits, giveBackWithin } from "./consume";
export { type Limit, type LimitName, limits } from "./limits";
export { networkOf } from "./network";
