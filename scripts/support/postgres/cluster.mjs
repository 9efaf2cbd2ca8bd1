import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { run } from "../run.mjs";
import { postgresBinary } from "./binaries.mjs";
import { asPostgresUser, handOver } from "./privilege.mjs";

/**
 * Makes the data folder of a PostgreSQL if there is none. It is made beside its place and then moved there, so that one
 * which is there is whole.
 * @param {string} directory
 * @param {string} password of the superuser `postgres`
 */
export async function createCluster(directory, password) {
  if (existsSync(directory)) return;
  const unfinished = `${directory}.new`;
  const passwordFile = `${directory}.password`;
  const flags = [
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--locale=C.UTF-8",
    "--username=postgres",
    "--no-sync",
  ];
  const access = ["--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  mkdirSync(dirname(directory), { recursive: true, mode: 0o711 });
  rmSync(unfinished, { recursive: true, force: true });
  const { program, args, options } = asPostgresUser(directory, postgresBinary("initdb"), [
    "-D",
    unfinished,
    ...flags,
    ...access,
  ]);
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    handOver(unfinished, options);
    handOver(passwordFile, options);
    await run("initdb", program, args, options);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, directory);
}
