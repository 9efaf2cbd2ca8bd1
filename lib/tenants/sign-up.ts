import type * as z from "zod";
import {
  auditAccount,
  checkNewPassword,
  Email,
  getUserByEmailOrNull,
  hashPassword,
  inetOf,
  proveAccount,
  type Requester,
} from "@/lib/auth";
import { env } from "@/lib/env";
import { ConflictError, InvalidError, RefusedError } from "@/lib/errors";
import { newSecret } from "@/lib/ids";
import { consume } from "@/lib/limits";
import { createTenant, type NewTenant } from "./create-tenant";
import type { SignUp } from "./schemas";
import { slugFrom } from "./slug";
import { TERMS_VERSION } from "./terms";

/**
 * Makes a workspace and its owner, where `SIGN_UP` is open. Who has an account already proves it with its password.
 * @throws {RefusedError} `sign_up_closed`
 */
export async function signUp(
  input: z.output<typeof SignUp>,
  from: Requester,
): Promise<{ slug: string; email: string }> {
  if (env().SIGN_UP !== "open") {
    throw new RefusedError("Sign-up is closed here.", {
      code: "sign_up_closed",
      nextStep: "Ask for an invitation, or ask the operator of this installation for a workspace.",
    });
  }
  if (input.termsVersion !== TERMS_VERSION) {
    throw new ConflictError("The terms have changed meanwhile.", {
      code: "terms_changed",
      nextStep: "Load the page again and read them.",
    });
  }
  await consume("signUpAddress", from.address);
  const email = Email.safeParse(input.email).data;
  if (!email) throw fieldError("email", "This is not an e-mail address.");
  const owner = await ownerFor({ ...input, email }, from);
  const slug = await createWithFreeSlug(slugFrom(input.workspaceName), {
    name: input.workspaceName,
    termsVersion: TERMS_VERSION,
    owner,
  });
  if ("userId" in owner) {
    await auditAccount(owner.userId, { action: "workspace.createdByMember", ip: inetOf(from) });
  }
  return { slug, email };
}

async function ownerFor(
  { name, email, password }: { name: string; email: string; password: string },
  from: Requester,
): Promise<NonNullable<NewTenant["owner"]>> {
  const known = await getUserByEmailOrNull(email);
  if (!known) {
    checkNewPassword(password, { email, name });
    return { name, email, passwordHash: await hashPassword(password), locale: from.language };
  }
  return { userId: await proveAccount({ email, password }, from), name: known.name, email };
}

async function createWithFreeSlug(wanted: string, rest: Omit<NewTenant, "slug">): Promise<string> {
  for (const slug of [wanted, ...Array.from({ length: 5 }, () => withEnding(wanted))]) {
    try {
      await createTenant({ ...rest, slug });
      return slug;
    } catch (error) {
      if (!(error instanceof ConflictError) || error.code !== "slug_taken") throw error;
    }
  }
  throw new ConflictError("No free address was found for this name.", { nextStep: "Choose another name." });
}

function withEnding(slug: string): string {
  const ending = newSecret(6)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "0")
    .slice(0, 5);
  return `${slug}-${ending}`;
}

function fieldError(path: string, message: string): InvalidError {
  return new InvalidError(message, { code: "invalid_input", fields: [{ path, message }] });
}
