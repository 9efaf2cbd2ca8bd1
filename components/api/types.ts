import type * as z from "zod";

/** The part of a contract that types a call; contracts come in by `import type`, so no zod is loaded. */
export type AnyContract = { method: string; path: string; input: z.ZodType; output: z.ZodType };

export type Input<C extends AnyContract> = z.input<C["input"]>;
export type Output<C extends AnyContract> = z.output<C["output"]>;
/** `POST /conversations/:conversationId/assign`: the contract's type allows no other string. */
export type RouteName<C extends AnyContract> = `${C["method"]} ${C["path"]}`;
