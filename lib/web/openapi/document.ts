import type { Contract } from "@/lib/contract";
import { answerSchemas, inputSchema, type JsonSchema } from "./components";
import { type NamedContract, namedContracts } from "./contracts";
import { otherPaths } from "./other-paths";

const problems = {
  "401": "Nobody is signed in, or the key is not valid.",
  "403": "The role, or the key's scopes, do not allow this.",
  "404": "There is no such thing, or it is not yours to see.",
  "409": "Somebody was faster, or a rule refuses it; `nextStep` says what can be done.",
  "422": "Some values do not fit; `fields` says which.",
  "429": "A limit is reached; see Retry-After.",
  "500": "Something went wrong; tell the operator the `id`.",
  "503": "The database does not answer just now; try again.",
};

let kept: JsonSchema | undefined;

/** The OpenAPI 3.1 document of the whole API, made from the contracts; once, since they stay as they are. */
export function openApiDocument(): JsonSchema {
  kept ??= build();
  return kept;
}

function build(): JsonSchema {
  const { schemas, refOf } = answerSchemas();
  const paths: Record<string, Record<string, JsonSchema>> = { ...otherPaths };
  for (const named of namedContracts) {
    const path = pathOf(named.contract);
    paths[path] = { ...paths[path], [named.contract.method.toLowerCase()]: operation(named, refOf) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Parley",
      version: "1",
      description: "The API that the console itself uses. Lists go by cursor; problems are RFC 9457.",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ key: [] }, { session: [], workspace: [] }],
    paths,
    components: {
      schemas,
      responses: Object.fromEntries(
        Object.entries(problems).map(([status, description]) => [`Problem${status}`, problemResponse(description)]),
      ),
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "An API key; it belongs to one workspace." },
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
        workspace: { type: "apiKey", in: "header", name: "X-Workspace", description: "With a session: the slug." },
      },
    },
  };
}

/** `/conversations/:conversationId` in OpenAPI's way. */
export function pathOf({ path }: Pick<Contract, "path">): string {
  return path.replace(/:(\w+)/g, "{$1}");
}

function operation({ name, domain, contract }: NamedContract, refOf: (schema: Contract["output"]) => JsonSchema) {
  const { method, path, input, output, summary, permission } = contract;
  const { properties, required, ...rest } = inputSchema(input);
  const inPath = new Set([...path.matchAll(/:(\w+)/g)].map(([, part]) => part));
  const others = Object.entries(properties).filter(([key]) => !inPath.has(key));
  const inQuery = method === "GET" || method === "DELETE";
  const stated = (key: string) => required.includes(key);
  const body = {
    ...rest,
    properties: Object.fromEntries(others),
    required: required.filter((key) => !inPath.has(key)),
  };
  return {
    operationId: name[0]?.toLowerCase() + name.slice(1),
    tags: [domain],
    summary,
    description: `Needs the permission \`${permission}\`.`,
    parameters: [
      ...[...inPath].map((key) => parameter("path", key ?? "", properties[key ?? ""], true)),
      ...(inQuery ? others.map(([key, schema]) => parameter("query", key, schema, stated(key))) : []),
    ],
    ...(inQuery || others.length === 0
      ? {}
      : { requestBody: { required: true, content: { "application/json": { schema: body } } } }),
    responses: {
      "200": { description: "Done.", content: { "application/json": { schema: refOf(output) } } },
      ...Object.fromEntries(
        Object.keys(problems).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
      ),
    },
  };
}

function parameter(place: "path" | "query", name: string, schema: JsonSchema | undefined, required: boolean) {
  return { in: place, name, required, schema: schema ?? { type: "string" } };
}

function problemResponse(description: string): JsonSchema {
  const schema = { $ref: "#/components/schemas/Problem" };
  return { description, content: { "application/problem+json": { schema } } };
}
