/** Turns a contract and a verb into a route handler: who is asking, does the input fit, do it, answer. */
import type * as z from "zod";
import { type Actor, authorize } from "@/lib/auth";
import type { Contract, Method } from "@/lib/contract";
import { env } from "@/lib/env";
import { InvalidError } from "@/lib/errors";
import { fieldErrorsOf } from "./field-errors";
import { jsonBody } from "./json-body";
import { problemOf } from "./problem";
import { actorOf } from "./session";

type Context = { params: Promise<Record<string, string | string[] | undefined>> };
export type Handler = (request: Request, context: Context) => Promise<Response>;

export function route<M extends Method, P extends string, I extends z.ZodType, O extends z.ZodType>(
  contract: Contract<M, P, I, O>,
  verb: (actor: Actor, input: z.output<I>) => Promise<z.input<O>>,
): Handler {
  return async (request, context) => {
    try {
      const actor = await actorOf(request);
      authorize(actor, contract.permission);
      const input = await inputOf(contract, request, await context.params);
      const output = await verb(actor, input as z.output<I>);
      if (env().NODE_ENV !== "production") contract.output.parse(output);
      return Response.json(output, { headers: { "cache-control": "no-store" } });
    } catch (error) {
      return problemOf(error);
    }
  };
}

async function inputOf(contract: Contract, request: Request, params: Record<string, unknown>): Promise<unknown> {
  const carriesBody = contract.method !== "GET" && contract.method !== "DELETE";
  const rest = carriesBody ? await jsonBody(request) : Object.fromEntries(new URL(request.url).searchParams);
  const result = contract.input.safeParse({ ...rest, ...params });
  if (result.success) return result.data;
  const fields = fieldErrorsOf(result.error);
  throw new InvalidError("Some values do not fit.", { code: "invalid_input", fields });
}
