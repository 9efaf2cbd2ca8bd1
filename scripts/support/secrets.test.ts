import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readSecrets } from "./secrets.mjs";

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), "parley-secrets-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

it("secrets are made once, each installation its own, for the owner's eyes alone", () => {
  const folder = newFolder();
  const secrets = readSecrets(folder);
  expect(secrets.masterKey).toMatch(/^[0-9a-f]{64}$/);
  expect(readSecrets(folder)).toEqual(secrets);
  expect(readSecrets(newFolder()).masterKey).not.toBe(secrets.masterKey);
  expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
});

it("a secret that a newer version needs is added, and the others stay", () => {
  const folder = newFolder();
  writeFileSync(join(folder, "secrets.json"), JSON.stringify({ masterKey: "kept" }));
  expect(readSecrets(folder).masterKey).toBe("kept");
  expect(JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8"))).toMatchObject({
    masterKey: "kept",
    rolePassword: expect.stringMatching(/^[0-9a-f]{48}$/),
  });
});

it("the file is replaced as a whole, never written into, so a crash leaves the old one or the new one", () => {
  const folder = newFolder();
  const file = join(folder, "secrets.json");
  const before = JSON.stringify({ masterKey: "kept" });
  writeFileSync(file, before);
  linkSync(file, join(folder, "the-old-file"));
  readSecrets(folder);
  expect(readFileSync(join(folder, "the-old-file"), "utf8")).toBe(before);
  expect(readdirSync(folder).toSorted()).toEqual(["secrets.json", "the-old-file"]);
});
