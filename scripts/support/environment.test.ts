import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { addressOf, readSettings } from "./environment.mjs";

const folder = mkdtempSync(join(tmpdir(), "parley-environment-"));
const file = join(folder, "file");
writeFileSync(file, "");
afterAll(() => rmSync(folder, { recursive: true }));

const read = (variables: Record<string, string>) => () => readSettings({ DATA_DIR: folder, ...variables });

describe("the environment of a command", () => {
  it.each([
    ["HOST", "not a host", "be an address or name"],
    ["PORT", "abc", "be a port number"],
    ["PORT", "65536", "be a port number"],
    ["SIMULATOR_PORT", "0", "be a port number"],
    ["DATA_DIR", file, "be a folder"],
    ["SIGN_UP", "maybe", "be open or closed"],
    ["NEXTAUTH_URL", "example.org", "be the http(s) URL"],
    ["WHATSAPP_GRAPH_URL", "ftp://graph", "be an http(s) URL"],
    ["WHATSAPP_GRAPH_VERSION", "25", "look like v25.0"],
    ["WHATSAPP_APP_ID", "abc", "be Meta's app id"],
  ])("%s=%s is refused by name, with what it should be", (name, value, should) => {
    expect(read({ [name]: value })).toThrow(`${name} should ${should}`);
    expect(read({ [name]: value })).toThrow(`but is "${value}"`);
  });

  it.each([
    ["DATABASE_URL", "mysql://root:hunter2@db/x"],
    ["DATABASE_URL", "postgres://hunter2@db"],
    ["DEMO_PASSWORD", "hunter2"],
    ["PARLEY_MASTER_KEY", "hunter2"],
    ["WHATSAPP_VERIFY_TOKEN", "hunter2"],
  ])("a bad %s is refused without being shown", (name, value) => {
    expect(read({ [name]: value })).toThrow(`${name} should `);
    expect(read({ [name]: value })).not.toThrow(/hunter2/);
  });

  it("all that is wrong is told at once", () => {
    expect(read({ PORT: "abc", SIGN_UP: "maybe" })).toThrow(/PORT should[\s\S]*SIGN_UP should/);
  });

  it("an app id without its secret is missing something", () => {
    expect(read({ WHATSAPP_APP_ID: "123" })).toThrow("WHATSAPP_APP_SECRET is missing");
  });

  it("two servers cannot share a port", () => {
    expect(read({ PORT: "3100" })).toThrow("SIMULATOR_PORT should differ from PORT");
  });

  it.runIf(process.platform === "linux")("a folder where the system allows none is refused, and at once", () => {
    expect(read({ DATA_DIR: "/proc/parley" })).toThrow("DATA_DIR should be a folder that can be written to");
  });

  it("an empty value counts as absent", () => {
    expect(read({ PORT: "", HOST: "" })()).toMatchObject({ host: "127.0.0.1", port: 3000, simulatorPort: 3100 });
  });

  it.each([
    ["127.0.0.1", "http://127.0.0.1:3000"],
    ["0.0.0.0", "http://localhost:3000"],
    ["::1", "http://[::1]:3000"],
    ["parley.local", "http://parley.local:3000"],
  ])("listening on %s is opened as %s", (host, url) => {
    expect(addressOf({ host, port: 3000 })).toBe(url);
  });
});
