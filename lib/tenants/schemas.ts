import * as z from "zod";

/** The sign-up form; no part of the API. */
export const SignUp = z.object({
  workspaceName: z.string().trim().min(1, "should not be empty").max(80),
  name: z.string().trim().min(1, "should not be empty").max(80),
  email: z.string().min(1, "should not be empty").max(254),
  password: z.string().min(1, "should not be empty").max(400),
  termsVersion: z.string().max(40),
});
