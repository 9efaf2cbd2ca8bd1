/**
 * Runs `node --watch` with the arguments given. It is a process of its own because the one that watches loads no modules, so
 * it would not see that we are gone (end-with-parent.mjs).
 */
import { runHere } from "./run.mjs";

process.exit(await runHere(process.execPath, ["--watch", "--watch-preserve-output", ...process.argv.slice(2)]));
