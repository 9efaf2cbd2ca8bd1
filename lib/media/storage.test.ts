import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { folderStorage, type MediaStorage, newStorageKey } from "./storage";

let folder: string;
let storage: MediaStorage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "parley-media-"));
  storage = folderStorage(folder);
});

afterAll(() => rm(folder, { recursive: true }));

const bytes = Buffer.from("some sealed bytes");
const filesIn = async (tenantId: string) =>
  (await readdir(join(folder, tenantId), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

test("what was put is read back, in whole and in part, by nobody but the owner of the process", async () => {
  const key = newStorageKey(newId());
  await storage.put(key, [bytes.subarray(0, 5), bytes.subarray(5)]);
  const read = async (start: number, end: number) =>
    Buffer.concat(await Readable.from(storage.open(key, { start, end })).toArray()).toString();
  expect(await read(0, bytes.length - 1)).toBe(bytes.toString());
  expect(await read(5, 10)).toBe("sealed");
  expect((await stat(join(folder, key))).mode & 0o077).toBe(0);
});

test("a file that breaks off while it is written leaves nothing", async () => {
  const tenantId = newId();
  const breakingOff = function* () {
    yield bytes;
    throw new Error("The disk is full.");
  };
  await expect(storage.put(newStorageKey(tenantId), breakingOff())).rejects.toThrow("The disk is full.");
  expect(await filesIn(tenantId)).toEqual([]);
});

test("removing says whether there was a file", async () => {
  const key = newStorageKey(newId());
  await storage.put(key, [bytes]);
  expect([await storage.remove(key), await storage.remove(key)]).toEqual([true, false]);
});

test.each(["../../etc/passwd", "invoice.pdf", `${newId()}/../x`, `${newId()}/ab/${"0".repeat(45)}/`, ""])(
  "%j is not a key",
  async (key) => {
    await expect(storage.put(key, [bytes])).rejects.toThrow("not a storage key");
    await expect(storage.remove(key)).rejects.toThrow("not a storage key");
  },
);
