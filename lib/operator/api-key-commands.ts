import { createApiKey, listApiKeys, revokeApiKey, systemActor } from "@/lib/auth";
import { CreateApiKey, RevokeApiKey } from "@/lib/auth/schemas";
import { findTenantBySlug } from "@/lib/tenants";
import { type Command, UsageError } from "./command";

async function actorIn(workspace: string) {
  const { id } = await findTenantBySlug(workspace);
  return systemActor(id, "operator");
}

export const apiKeyCommands: Command[] = [
  {
    name: "api-key create",
    usage: "--workspace <slug> --role <owner|admin|manager|agent> [--name <name>] [--scopes <a,b>]",
    summary: "Make an API key; the last line is the key, shown this once.",
    options: ["workspace", "role", "name", "scopes"],
    optional: ["name", "scopes"],
    run: async ({ workspace = "", role, name = "Command line", scopes }) => {
      const wanted = CreateApiKey.input.safeParse({ name, role, scopes: scopes?.split(",") ?? null });
      if (!wanted.success) {
        const wrong = wanted.error.issues.map(({ path, message }) => `--${path.map(String)[0]}: ${message}`);
        throw new UsageError(wrong.join("\n"));
      }
      const { apiKey, key } = await createApiKey(await actorIn(workspace), wanted.data);
      return [`${apiKey.id}\t${apiKey.role}\t${apiKey.name}`, key];
    },
  },
  {
    name: "api-key list",
    usage: "--workspace <slug>",
    summary: "List API keys: id, role, ending, last use, name.",
    options: ["workspace"],
    run: async ({ workspace = "" }) => {
      const actor = await actorIn(workspace);
      const lines: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listApiKeys(actor, { cursor, limit: 100 });
        for (const { id, role, ending, lastUsedAt, name } of page.items) {
          lines.push([id, role, `…${ending}`, lastUsedAt ?? "never used", name].join("\t"));
        }
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      return lines;
    },
  },
  {
    name: "api-key revoke",
    usage: "--workspace <slug> --key <id>",
    summary: "Revoke an API key, effective at once.",
    options: ["workspace", "key"],
    run: async ({ workspace = "", key = "" }) => {
      const wanted = RevokeApiKey.input.safeParse({ keyId: key });
      if (!wanted.success) throw new UsageError("--key should be the id that api-key list shows.");
      await revokeApiKey(await actorIn(workspace), wanted.data);
      return [`${key} is revoked.`];
    },
  },
];
