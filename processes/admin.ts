/** The operator's command line, bundled for `npm run admin`. */
import { closePools } from "@/db/client";
import { runCommand } from "@/lib/operator";

try {
  process.exitCode = await runCommand(process.argv.slice(2), { out: console.log, err: console.error });
} finally {
  await closePools();
}
