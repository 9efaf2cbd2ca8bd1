/**
 * What an endpoint promises: one object that the route checks, the console's client is typed by, and the OpenAPI
 * document is made from.
 */
import type * as z from "zod";
import type { Permission } from "@/lib/auth/types";

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

export type Contract<
  M extends Method = Method,
  P extends string = string,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = {
  method: M;
  /** Below `/api/v1`, with `:name` for each part that comes from the path. */
  path: P;
  /** The whole input as one object: path parts, then the query of a GET or DELETE, else the body. */
  input: I;
  output: O;
  permission: Permission;
  summary: string;
};

export function contract<M extends Method, P extends string, I extends z.ZodType, O extends z.ZodType>(
  definition: Contract<M, P, I, O>,
): Contract<M, P, I, O> {
  return definition;
}

export type Input<C extends Contract> = z.input<C["input"]>;
export type Output<C extends Contract> = z.output<C["output"]>;
/** `POST /conversations/:conversationId/assign`, checked against the contract by its type. */
export type RouteName<C extends Contract> = `${C["method"]} ${C["path"]}`;
