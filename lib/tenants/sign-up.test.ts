import { describe, expect, it, vi } from "vitest";
import { actorOfSession, signIn } from "@/lib/auth";
import { undoSecondsAtFirst } from "@/lib/auth/types";
import { newSecret } from "@/lib/ids";
import { readMe } from "@/lib/members";
import { openForTenant, sealForTenant } from "@/lib/vault";
import { ownerQuery } from "@/test/database";
import { makeTenant, password } from "@/test/factories";
import { signUp, slugFrom, TERMS_VERSION } from "./index";

vi.stubEnv("SIGN_UP", "open");

let last = 0;
function form(changes: Partial<Parameters<typeof signUp>[0]> = {}) {
  last += 1;
  const workspaceName = `Shop ${newSecret(6)}`;
  const email = `founder-${last}@example.test`;
  const typed = { workspaceName, name: "Ada", email, password: "seven green bicycles", termsVersion: TERMS_VERSION };
  return { from: { address: `192.0.2.${last}`, userAgent: null }, input: { ...typed, ...changes } };
}

describe("a sign-up", () => {
  it("makes a workspace with its key, and an owner who can sign in to it", async () => {
    const { input, from } = form({ email: " Founder@Example.test " });
    const { slug, email } = await signUp(input, from);
    expect(email).toBe("founder@example.test");
    const { sessionId } = await signIn(input, from);
    const owner = await actorOfSession(sessionId, slug);
    expect(owner).toMatchObject({ role: "owner", visibility: "all", name: "Ada" });
    expect((await readMe(owner)).undoSeconds, "what one sends can be taken back").toBe(undoSecondsAtFirst);
    const sealed = await sealForTenant(owner.tenantId, "secret", "test|column|row");
    expect((await openForTenant(owner.tenantId, sealed, "test|column|row")).toString()).toBe("secret");
  });

  it("records which terms were accepted, and takes no others", async () => {
    const { input, from } = form();
    const { slug } = await signUp(input, from);
    const [tenant] = await ownerQuery(
      "select name, terms_version, terms_accepted_at is not null as dated, is_demo from tenants where slug = $1",
      [slug],
    );
    expect(tenant).toEqual({ name: input.workspaceName, terms_version: TERMS_VERSION, dated: true, is_demo: false });
    const stale = form({ termsVersion: "2020-01" });
    await expect(signUp(stale.input, stale.from)).rejects.toMatchObject({ code: "terms_changed" });
  });

  it("gives two workspaces of one name addresses of their own", async () => {
    const one = form({ workspaceName: "Blumen Müller" });
    const two = form({ workspaceName: "Blumen Müller" });
    const [first, second] = [await signUp(one.input, one.from), await signUp(two.input, two.from)];
    expect(first.slug).toBe("blumen-muller");
    expect(second.slug).toMatch(/^blumen-muller-[a-z0-9]{5}$/);
  });

  it("adds a workspace to an account that proves itself, and to no other", async () => {
    const { agent } = await makeTenant();
    const known = form({ email: agent.email, password });
    const { slug } = await signUp(known.input, known.from);
    const { sessionId } = await signIn({ email: agent.email, password }, known.from);
    expect(await actorOfSession(sessionId, slug)).toMatchObject({ role: "owner" });
    const stranger = form({ email: agent.email });
    await expect(signUp(stranger.input, stranger.from)).rejects.toMatchObject({ fields: [{ path: "password" }] });
  });

  it.each([
    [{ password: "1234567890" }, "password"],
    [{ email: "not an address" }, "email"],
  ])("with %o is refused beside the field, and makes nothing", async (change, path) => {
    const { input, from } = form(change);
    await expect(signUp(input, from)).rejects.toMatchObject({ kind: "invalid", fields: [{ path }] });
    expect(await ownerQuery("select 1 from tenants where name = $1", [input.workspaceName])).toEqual([]);
  });

  it("made too often from one address is refused for a while", async () => {
    const { input, from } = form({ email: "not an address" });
    const attempt = () => signUp(input, from).catch(({ kind }) => kind);
    const kinds: unknown[] = [];
    for (let at = 0; at < 11; at += 1) kinds.push(await attempt());
    expect(kinds).toEqual([...Array.from({ length: 10 }, () => "invalid"), "limit_reached"]);
  });
});

it.each([
  ["Möbel & Söhne GmbH", "mobel-sohne-gmbh"],
  ["  --Ab-- ", "ab-team"],
  ["Settings", "settings-team"],
  ["東京の花屋", "workspace"],
  ["x".repeat(80), "x".repeat(32)],
])("the address of a workspace named %j is %s", (name, slug) => {
  expect(slugFrom(name)).toBe(slug);
});
