import type { JsonSchema } from "./components";

const mediaId = { in: "path", name: "mediaId", required: true, schema: { type: "string", format: "uuid" } };

/** Routes of the API that answer with something else than JSON of a contract. */
export const otherPaths: Record<string, Record<string, JsonSchema>> = {
  "/openapi.json": {
    get: {
      operationId: "readOpenApi",
      tags: ["meta"],
      summary: "This document",
      security: [],
      responses: { "200": { description: "OpenAPI 3.1.", content: { "application/json": {} } } },
    },
  },
  "/media/{mediaId}": {
    head: {
      operationId: "readMediaHeaders",
      tags: ["messages"],
      summary: "Read the type and size of a message's media",
      parameters: [mediaId],
      responses: {
        "200": { description: "In the headers." },
        "404": { $ref: "#/components/responses/Problem404" },
      },
    },
    get: {
      operationId: "readMedia",
      tags: ["messages"],
      summary: "Read the bytes of a message's media; ranges are answered",
      parameters: [mediaId, { in: "header", name: "Range", required: false, schema: { type: "string" } }],
      responses: {
        "200": { description: "All of it.", content: { "*/*": {} } },
        "206": { description: "The range asked for.", content: { "*/*": {} } },
        "404": { $ref: "#/components/responses/Problem404" },
      },
    },
  },
};
