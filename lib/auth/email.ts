import * as z from "zod";

/** As kept: one form, so that no address has two accounts. */
export const Email = z
  .string()
  .max(254, "should have at most 254 characters")
  .transform((value) => value.normalize("NFKC").trim().toLowerCase())
  .pipe(z.email("should be an e-mail address"));
