import { graphOf } from "@/lib/channels";
import { log } from "@/lib/log";
import { SECOND } from "@/lib/time";
import type { SyncClaim } from "./claim";
import { failSync, finishSync } from "./end-sync";
import { savePage } from "./save-page";

/** An account may hold 6,000 templates. */
const MOST_PAGES = 100;
const PAGE = 100;

/** Meta's list may be a moment behind its own webhooks: what it says counts as known since then. */
const LIST_LAG_MS = 60 * SECOND;

/** Reads one account's list page by page; what is not in it any more is marked. Never throws. */
export async function runSync(claim: SyncClaim): Promise<void> {
  try {
    const graph = await graphOf(claim);
    let after: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const knownAt = new Date(Date.now() - LIST_LAG_MS);
      const result = await graph.templates(claim.wabaId, { after, limit: PAGE });
      if (!result.ok) return await failSync(claim, { code: result.error.code, details: result.error.message });
      const isOurs = await savePage(claim, result.value.items, knownAt);
      if (!isOurs) return;
      if (result.value.after === null || result.value.after === after) return await finishSync(claim);
      after = result.value.after;
    }
    await failSync(claim, { code: null, details: `The list has more than ${MOST_PAGES} pages.` });
  } catch (error) {
    // Its lease runs out, and it is read again.
    log().error({ error, wabaId: claim.wabaId }, "A list of templates could not be read.");
  }
}
