import type * as z from "zod";
import type { Requester } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";
import { fieldErrorsOf } from "./field-errors";
import { jsonBody } from "./json-body";
import { problemOf } from "./problem";
import { requesterOf } from "./requester";

/** A route handler for a form that is filled in before anybody is known: sign-up, reset, invitation. */
export function publicRoute<S extends z.ZodType>(
  form: S,
  verb: (input: z.output<S>, from: Requester) => Promise<unknown>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const result = form.safeParse(await jsonBody(request));
      if (!result.success) throw unfit(result.error);
      const output = await verb(result.data, requesterOf(request.headers));
      return Response.json(output ?? {}, { headers: { "cache-control": "no-store" } });
    } catch (error) {
      return problemOf(error);
    }
  };
}

function unfit(error: z.ZodError): InvalidError {
  const fields = fieldErrorsOf(error);
  return new InvalidError("Some values do not fit.", { code: "invalid_input", fields });
}
