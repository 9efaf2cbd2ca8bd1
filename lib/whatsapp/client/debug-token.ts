import type { JsonObject } from "@/lib/whatsapp/types";
import { asObject, asText } from "@/lib/whatsapp/webhook/lenient";
import { callGraph, type GraphAccess } from "./call";
import type { GraphResult } from "./result";

export type TokenFacts = {
  isValid: boolean;
  appId: string | null;
  /** null: it never expires. */
  expiresAtMs: number | null;
  scopes: string[];
  /** Per scope the ids it is limited to; an empty list means no limit. */
  granularScopes: { scope: string; targetIds: string[] }[];
};

/** Asks Meta about the access token, in the app's own name. */
export async function debugToken(
  access: GraphAccess,
  app: { id: string; secret: string },
): Promise<GraphResult<TokenFacts>> {
  const asApp = { ...access, token: `${app.id}|${app.secret}` };
  const query = { input_token: access.token };
  return callGraph(asApp, { method: "GET", path: "debug_token", query }, (body) => {
    const facts = asObject(body.data);
    return facts && readFacts(facts);
  });
}

function readFacts(facts: JsonObject): TokenFacts {
  const expires = Number(facts.expires_at ?? 0);
  return {
    isValid: facts.is_valid === true,
    appId: asText(facts.app_id),
    expiresAtMs: expires > 0 ? expires * 1_000 : null,
    scopes: textsOf(facts.scopes),
    granularScopes: (Array.isArray(facts.granular_scopes) ? facts.granular_scopes : []).flatMap((value) => {
      const granular = asObject(value);
      const scope = asText(granular?.scope);
      return scope === null ? [] : [{ scope, targetIds: textsOf(granular?.target_ids) }];
    }),
  };
}

function textsOf(value: JsonObject[string] | undefined): string[] {
  return Array.isArray(value) ? value.map(asText).filter((text) => text !== null) : [];
}
