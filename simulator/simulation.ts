import type { EventStreams } from "./http/event-streams";
import type { Template } from "./meta/templates";
import type { Deliveries } from "./webhooks/deliveries";
import type { World } from "./world/world";

/** One running simulator: what it remembers, what it sends, and which phones look on. */
export type Simulation = {
  world: World;
  deliveries: Deliveries;
  /** Event streams of phones, by phone number id. */
  phones: EventStreams;
  /** By account. */
  templates: Map<string, Template[]>;
  /** Unix milliseconds. */
  now: () => number;
  /** Where it listens: the origin of media links. */
  url: () => string;
  phoneFolder: string | undefined;
  isClosed: () => boolean;
};
