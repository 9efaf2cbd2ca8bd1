import { uploadAs } from "@/lib/media/types";
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
  "/media": {
    post: {
      operationId: "uploadMedia",
      tags: ["media"],
      summary: "Upload a file to be sent: its bytes as the body",
      description: `Needs the permission \`conversations.answer\`. The answer's id stands where a message's content wants the
id of a medium: \`{ "type": "image", "image": { "id": … } }\`. What no message carries goes after a day.`,
      parameters: [
        { in: "query", name: "filename", required: false, schema: { type: "string" } },
        { in: "query", name: "as", required: false, schema: { type: "string", enum: [...uploadAs] } },
      ],
      requestBody: { required: true, content: { "*/*": {} } },
      responses: {
        "200": {
          description: "It can be sent; `change` says what was done to it for that.",
          content: { "application/json": { schema: { $ref: "#/components/schemas/Upload" } } },
        },
        "401": { $ref: "#/components/responses/Problem401" },
        "403": { $ref: "#/components/responses/Problem403" },
        "422": { $ref: "#/components/responses/Problem422" },
        "429": { $ref: "#/components/responses/Problem429" },
      },
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
