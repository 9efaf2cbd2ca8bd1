import * as z from "zod";
import { namedContracts, namedSchemas } from "./contracts";

export type JsonSchema = Record<string, unknown>;

const uri = (id: string) => `#/components/schemas/${id}`;

/** What a problem looks like (RFC 9457), as `lib/web/problem.ts` writes it. */
const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Stable, for programs. */
  code: z.string().optional(),
  nextStep: z.string().optional(),
  fields: z
    .array(
      z.object({ path: z.string(), message: z.string(), code: z.string().optional(), limit: z.number().optional() }),
    )
    .optional(),
  details: z.record(z.string(), z.unknown()).optional(),
  id: z.string().optional(),
});

/** The schemas of all answers, by name: the nouns, and for what is no noun `…Answer`. */
export function answerSchemas(): { schemas: Record<string, JsonSchema>; refOf: (schema: z.ZodType) => JsonSchema } {
  const registry = z.registry<{ id: string }>();
  const add = (schema: z.ZodType, id: string) => {
    if (!registry.has(schema)) registry.add(schema, { id });
  };
  add(Problem, "Problem");
  for (const { name, schema } of namedSchemas) add(schema, name);
  for (const { name, contract } of namedContracts) add(contract.output, `${name}Answer`);
  const { schemas } = z.toJSONSchema(registry, { io: "output", uri });
  return {
    schemas: Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, plain(schema)])),
    refOf: (schema) => ({ $ref: uri(registry.get(schema)?.id ?? "Problem") }),
  };
}

/** What a contract takes, as one object. */
export function inputSchema(
  input: z.ZodType,
): { properties: Record<string, JsonSchema>; required: string[] } & JsonSchema {
  const schema = plain(z.toJSONSchema(input, { io: "input" }));
  return {
    ...schema,
    properties: (schema.properties ?? {}) as Record<string, JsonSchema>,
    required: (schema.required ?? []) as string[],
  };
}

/** Without what OpenAPI says once for the whole document. */
function plain(schema: object): JsonSchema {
  const { $schema: _, $id: __, ...rest } = schema as JsonSchema;
  return rest;
}
