import { describe, expect, it } from "vitest";
import { actorOfApiKey } from "@/lib/auth";
import { newSecret } from "@/lib/ids";
import { readInvitation } from "@/lib/members";
import { makeTenant } from "@/test/factories";
import { runCommand } from "./index";

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err: err.join("\n"), last: out.at(-1) ?? "" };
}

const freshSlug = () =>
  `x${newSecret(12)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "0")}`;

describe("the operator's command line", () => {
  it("makes a workspace whose owner joins by the link on the last line", async () => {
    const slug = freshSlug();
    const made = await run(
      "tenant",
      "create",
      "--slug",
      slug,
      "--name",
      "New one",
      "--owner-email",
      "Boss@Example.test",
    );
    expect(made.code).toBe(0);
    const token = new URL(made.last).pathname.split("/").at(-1) ?? "";
    expect(await readInvitation(token)).toMatchObject({
      workspace: "New one",
      email: "boss@example.test",
      role: "owner",
    });
    expect((await run("tenant", "list")).out.some((line) => line.startsWith(`${slug}\tactive\t`))).toBe(true);
  });

  it("makes a key that works, alone on the last line", async () => {
    const { slug, tenantId } = await makeTenant();
    const { code, last } = await run(
      "api-key",
      "create",
      "--workspace",
      slug,
      "--role",
      "agent",
      "--scopes",
      "contacts.read",
    );
    expect(code).toBe(0);
    expect(await actorOfApiKey(last)).toMatchObject({ tenantId, role: "agent", scopes: ["contacts.read"] });
  });

  it("lists keys and revokes one", async () => {
    const { slug } = await makeTenant();
    const made = await run("api-key", "create", "--workspace", slug, "--role", "admin", "--name", "Shop");
    const [line = ""] = (await run("api-key", "list", "--workspace", slug)).out;
    expect(line).toMatch(/\tadmin\t….{4}\tnever used\tShop$/);
    expect((await run("api-key", "revoke", "--workspace", slug, "--key", line.split("\t")[0] ?? "")).code).toBe(0);
    await expect(actorOfApiKey(made.last)).rejects.toMatchObject({ code: "api_key_revoked" });
  });

  it("suspends, resumes and closes a workspace, and says so to its keys", async () => {
    const { slug } = await makeTenant();
    const { last: key } = await run("api-key", "create", "--workspace", slug, "--role", "admin");
    await run("tenant", "suspend", "--workspace", slug);
    await expect(actorOfApiKey(key)).rejects.toMatchObject({ code: "workspace_suspended" });
    await run("tenant", "resume", "--workspace", slug);
    expect(await actorOfApiKey(key)).toMatchObject({ role: "admin" });
    await run("tenant", "close", "--workspace", slug);
    await expect(actorOfApiKey(key)).rejects.toMatchObject({ code: "workspace_closed" });
    const again = await run("tenant", "resume", "--workspace", slug);
    expect(again).toMatchObject({ code: 1, err: `The workspace ${slug} is closed.` });
  });

  it("makes a reset link for an account, and refuses an unknown one", async () => {
    const { agent } = await makeTenant();
    expect((await run("member", "reset-link", "--email", agent.email)).last).toMatch(/^http.*\/password\/.{43}$/);
    expect(await run("member", "reset-link", "--email", "nobody@example.test")).toMatchObject({
      code: 1,
      err: "There is no such account.",
    });
  });

  it.each([
    [["tenant", "destroy"], 'There is no command "tenant destroy".'],
    [["api-key", "create", "--workspace", "demo"], "--role is missing."],
    [["api-key", "create", "--workspace", "demo", "--role", "king"], "--role: "],
    [["api-key", "create", "--workspace", "demo", "--role", "agent", "--scopes", "all"], "--scopes: "],
    [["tenant", "create", "--slug", "abc", "--name", "x", "--owner-email", "x"], "--owner-email should be"],
    [["tenant", "list", "--colour", "red"], "Unknown option '--colour'"],
  ])("%j is not understood, with exit code 2 and the usage", async (args, message) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toMatch(/ {2}(tenant|api-key) /);
  });

  it.each([
    [["tenant", "suspend", "--workspace", "no-such-one"], "There is no such workspace."],
    [
      ["tenant", "create", "--slug", "API", "--name", "x", "--owner-email", "a@example.test"],
      'The slug "API" should be',
    ],
    [
      ["tenant", "create", "--slug", "sign-in", "--name", "x", "--owner-email", "a@example.test"],
      "a word that Parley uses",
    ],
  ])("%j is refused with exit code 1", async (args, message) => {
    const { code, err } = await run(...args);
    expect(code).toBe(1);
    expect(err).toContain(message);
  });

  it("explains itself without arguments", async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out.join("\n")).toContain("api-key create --workspace <slug>");
  });
});
