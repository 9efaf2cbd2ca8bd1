/**
 * Loaded into the processes that `launch` starts (`node --import`): when the one that started them is gone, even by SIGKILL,
 * they go too, with all whom they started in turn, as if the power had failed.
 */
import { isMainThread } from "node:worker_threads";

// Processes started by ours load this as well; they are in the group of ours.
if (isMainThread && process.env.PARLEY_PARENT === String(process.ppid)) {
  process.once("disconnect", () => {
    if (process.platform === "win32") process.exit(1);
    process.kill(-process.pid, "SIGKILL");
  });
  process.channel?.unref();
}
