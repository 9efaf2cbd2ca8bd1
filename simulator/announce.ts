import type { Simulation } from "./simulation";
import type { Outcome, Update } from "./webhooks/updates";
import type { PhoneNumber } from "./world/directory";
import type { Entry, Thread } from "./world/threads";

type News = Pick<Update, "kind" | "item" | "contact" | "standby"> & { onOutcome?: (outcome: Outcome) => void };

/** Hands an update to every app subscribed to the number's account; answers how many there are. */
export function announce(simulation: Simulation, phoneNumber: PhoneNumber, news: News): number {
  const callbacks = simulation.world.directory.callbacksOf(phoneNumber.wabaId);
  for (const { app, url } of callbacks) {
    simulation.deliveries.push({
      ...news,
      url,
      app,
      wabaId: phoneNumber.wabaId,
      phoneNumberId: phoneNumber.id,
      displayDigits: phoneNumber.digits,
    });
  }
  return callbacks.length;
}

/** The same, resolved with the first answer of any callback; undefined when no app is subscribed. */
export function announceAndWait(
  simulation: Simulation,
  phoneNumber: PhoneNumber,
  news: News,
): Promise<Outcome | undefined> {
  return new Promise((resolve) => {
    const onOutcome = (outcome: Outcome) => {
      news.onOutcome?.(outcome);
      resolve(outcome);
    };
    if (announce(simulation, phoneNumber, { ...news, onOutcome }) === 0) resolve(undefined);
  });
}

export function showOnPhone(simulation: Simulation, thread: Thread, entry: Entry): void {
  simulation.phones.publish(thread.phoneNumberId, "entry", { customer: thread.person.key, entry });
}
