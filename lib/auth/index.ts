/** Who is asking and what they may do: actors, permissions, passwords, sessions, API keys. */
export { actorOfApiKey } from "./api-key-actor";
export { authorize, can } from "./authorize";
export { changePassword } from "./change-password";
export { createApiKey } from "./create-api-key";
export { createSession } from "./create-session";
export { Email } from "./email";
export { endSession, endSessionsWithoutWorkspace } from "./end-session";
export { dropExpired, startExpiry } from "./expiry";
export { authorizeGrant, mayGrant } from "./grant";
export { listApiKeys } from "./list-api-keys";
export { listMySessions } from "./list-my-sessions";
export { auditAccount, type Membership, membershipsOf } from "./memberships";
export { hashOfSecret, newLinkToken } from "./one-time-link";
export { hashPassword, passwordFits } from "./password";
export { checkNewPassword } from "./password-rule";
export { proveAccount } from "./prove-account";
export { actorOfSession, refuseUnlessOpen, type Session, sessionOf } from "./read-session";
export { requestPasswordReset } from "./request-password-reset";
export { inetOf, nobody, type Requester } from "./requester";
export { createResetLink } from "./reset-link";
export { readResetLink, resetPassword } from "./reset-password";
export { revokeApiKey } from "./revoke-api-key";
export { sessionCookieNames, sessionIdFromCookie, sessionSecret } from "./session-cookie";
export { SESSION_MS } from "./session-lifetime";
export { signIn } from "./sign-in";
export { revokeSession, signOutEverywhere } from "./sign-out";
export { systemActor } from "./system-actor";
export {
  type Actor,
  type Permission,
  permissions,
  type Role,
  type Visibility,
  visibilities,
  visibilityOf,
} from "./types";
export { editUser, findUser, getUserByEmailOrNull, type User, userOf } from "./user-of";
export { type Withdrawn, withdrawPower } from "./withdraw-power";
