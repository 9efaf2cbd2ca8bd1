/** Something the person at the keyboard can put right: shown as its words alone, without a stack. */
export class Failure extends Error {}

/**
 * Told to end, npm tells only the shell that it started us with, and the shell does not tell us: so we look whether it is
 * still there. Without npm a parent may go and leave us running on purpose.
 */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 250);
  watch.unref();
}

/**
 * Runs the body of a command. Its result, if a number, is the exit code.
 * @param {() => Promise<number | void>} body
 */
export async function command(body) {
  endWithNpm();
  try {
    process.exit((await body()) ?? 0);
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}` : error);
    process.exit(1);
  }
}
