import { type Loop, startLoop } from "@/lib/jobs";
import { onTemplateSyncWanted } from "@/lib/templates/wake";
import { claimSyncs } from "./claim";
import { runSync } from "./run-sync";

const IDLE_MS = 2_000;
const AT_ONCE = 4;

/** Reads the templates of all accounts, each once a day and whenever somebody or a webhook asks. Several may run. */
export function startTemplateSync(): Loop {
  const loop = startLoop({
    name: "templates",
    idleMs: IDLE_MS,
    round: async () => {
      const claims = await claimSyncs(AT_ONCE);
      await Promise.all(claims.map(runSync));
      return claims.length === AT_ONCE;
    },
  });
  const unhear = onTemplateSyncWanted(loop.wake);
  return {
    wake: loop.wake,
    stop: () => {
      unhear();
      return loop.stop();
    },
  };
}
