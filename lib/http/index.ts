/** The one way out to the network: guarded addresses, capped answers, and errors that say whether the request left. */
export type { HttpFailureCode } from "./http-failure";
export { HttpFailure } from "./http-failure";
export type { PoolOptions } from "./pools";
export type { SafeFetchOptions } from "./safe-fetch";
export { safeFetch } from "./safe-fetch";
export type { SafeResponse } from "./safe-response";
