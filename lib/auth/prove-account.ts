import { InvalidError, UnauthenticatedError } from "@/lib/errors";
import type { Requester } from "./requester";
import { checkCredentials } from "./sign-in";

/**
 * Whose account it is, on a form for people with and without one: says beside the password that it does not fit.
 * @throws {LimitReachedError} with the seconds to wait
 */
export async function proveAccount(credentials: { email: string; password: string }, from: Requester): Promise<string> {
  try {
    return await checkCredentials(credentials, from);
  } catch (error) {
    if (!(error instanceof UnauthenticatedError)) throw error;
    const message = "There is an account with this e-mail address, and this is not its password.";
    throw new InvalidError(message, { code: "wrong_password", fields: [{ path: "password", message }] });
  }
}
