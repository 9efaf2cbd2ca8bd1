import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";

const MOST_KEPT = 50;

const KeptMail = z.object({ id: z.string(), at: z.string(), to: z.string(), subject: z.string(), text: z.string() });
export type KeptMail = z.infer<typeof KeptMail>;

let lastMs = 0;

/** Rises even when two mails fall into one millisecond, so that names sort by time. */
function nextId(): string {
  lastMs = Math.max(Date.now(), lastMs + 1);
  return newId(lastMs);
}

const folder = () => join(env().DATA_DIR, "mail");

export function mailsAreKept(): boolean {
  return env().PARLEY_MODE !== "serve";
}

/** One file a mail, named by time, so that several processes can write and the oldest go first. */
export async function keepMail(mail: { to: string; subject: string; text: string }): Promise<void> {
  const id = nextId();
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const path = join(folder(), `${id}.json`);
  await writeFile(`${path}.part`, JSON.stringify({ id, at: new Date().toISOString(), ...mail }), { mode: 0o600 });
  await rename(`${path}.part`, path);
  const surplus = (await names()).slice(MOST_KEPT);
  await Promise.all(surplus.map((name) => rm(join(folder(), name), { force: true })));
}

/** The newest first. */
export async function listKeptMails(): Promise<KeptMail[]> {
  const files = await Promise.all(
    (await names()).map((name) => readFile(join(folder(), name), "utf8").catch(() => null)),
  );
  return files.filter((file) => file !== null).map((file) => KeptMail.parse(JSON.parse(file)));
}

async function names(): Promise<string[]> {
  const all = await readdir(folder()).catch(() => []);
  return all
    .filter((name) => name.endsWith(".json"))
    .sort()
    .reverse();
}
