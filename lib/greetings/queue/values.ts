import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { type GreetingValues, opensAtWords, waitWords } from "@/lib/greetings/types";
import { nextChange } from "@/lib/hours";
import type { OpeningHours } from "@/lib/hours/types";
import { listRecentWaits } from "@/lib/queues";
import { variableValues } from "@/lib/quick-replies/types";
import { expectedWait, placeInQueue } from "@/lib/routing";
import type { ExpectedWait } from "@/lib/routing/types";
import type { ActiveGreeting, GreetedThread } from "./thread";

type Scene = {
  greeting: ActiveGreeting;
  thread: GreetedThread;
  hours: OpeningHours | null;
  now: Date;
  workspace: { name: string };
};

/** What a greeting is filled with: only what its text asks for is looked up. */
export async function valuesFor(tx: Transaction, actor: Actor, scene: Scene): Promise<GreetingValues> {
  const { greeting, thread, hours, now, workspace } = scene;
  const language = greeting.language ?? thread.language ?? "en";
  const asksFor = (name: string) => greeting.text.includes(name);
  const opens = asksFor("hours.opensAt") && hours ? nextChange(hours, now) : null;
  const place = asksFor("queue.place") && thread.state === "queued" ? await placeInQueue(tx, actor, thread.id) : null;
  const wait = asksFor("queue.wait") ? await waitIn(tx, actor, thread.departmentId, now) : null;
  const known = {
    contact: { name: thread.name ?? thread.profileName ?? "", phone: null, username: null },
    department: thread.departmentName === null ? null : { name: thread.departmentName },
    channel: { name: thread.channelName },
  };
  return {
    ...variableValues(known, { agentName: null, workspaceName: workspace.name }),
    "queue.place": place === null ? null : String(place),
    "queue.wait": wait && waitWords(wait, language),
    "hours.opensAt": hours && opens?.kind === "opens" ? opensAtWords(opens.at, now, hours.timeZone, language) : null,
  };
}

async function waitIn(
  tx: Transaction,
  actor: Actor,
  departmentId: string | null,
  now: Date,
): Promise<ExpectedWait | null> {
  const waits = await listRecentWaits(tx, actor, now);
  return expectedWait(waits.filter((wait) => wait.departmentId === departmentId).map(({ seconds }) => seconds));
}
